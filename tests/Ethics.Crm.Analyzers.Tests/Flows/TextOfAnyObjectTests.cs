namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>A helper that makes a text of any object runs the <c>ToString</c> of what it is handed: a text, a number and a flag have none of the program's.</summary>
public sealed class TextOfAnyObjectTests
{
    private const string Types = "public class Card { public Contact? Of; public override string ToString() => Of!.Email; } ";

    [Theory]
    [InlineData("text", "static void M() => Mailer.Send(Text(\"x\"));")]
    [InlineData("number", "static void M() => Mailer.Send(Text(3));")]
    [InlineData("through another helper", "static string Any(object? v) => Text(v); static void M(Contact c) => Mailer.Send(Any(c.Name));")]
    [InlineData("pattern that a text does not match", "static void Count(object o) { if (o is int n) Mailer.Send(n); } static void M(Contact c) => Count(c.Email);")]
    public Task TextOrNumber_HasNoTextOfTheProgram(string form, string members) => VerifyAsync(form, members);

    [Theory]
    [InlineData("object with such a text", "static void M(Contact c) => Mailer.Send({|ECRM2002:Text|}(new Card { Of = c }));")]
    [InlineData("object that a caller knows", "static void M(object o) => Mailer.Send({|ECRM2002:Text|}(o)); static void N(Contact c) => M(new Card { Of = c });")]
    [InlineData("labelled text", "static void M(Contact c) => Mailer.Send({|ECRM2002:Text|}(c.Email));")]
    [InlineData("pattern that it matches", "static void Count(object o) { if (o is string n) Mailer.Send({|ECRM2002:n|}); } static void M(Contact c) => Count(c.Email);")]
    public Task WhatMayHaveOne_IsFollowed(string form, string members) => VerifyAsync(form, members);

    [Fact]
    public Task OptionThatIsLeftOut_IsNotTheObjectThatIsMade()
        => VerifyAsync("other member", "[ForPurpose(\"support\")] static Tree Fill(Contact c) => new() { X = c.Email }; static void M(Contact c) => Mailer.Send(\"\" + Fill(c).Y?.ToString());", "public readonly struct Options { public int N { get; init; } } public class Tree { public string? X; public object? Y; public Tree(Options o = default) { Y = o; } }");

    private static Task VerifyAsync(string form, string members, string types = "")
    {
        Assert.NotEmpty(form);
        return Rules.VerifyWithContactAsync(
            $$"""
            using System; using Acme.Crm; using Ethics.Crm;
            #nullable enable
            public static class Mailer { [ForPurpose("marketing")] public static void Send(object? value) { } }
            {{Types}}{{types}}
            public static class Job { static string Text(object? v) => "" + v?.ToString(); [ForPurpose("support")] static string Print(Contact c) => Text(new Card { Of = c }); {{members}} }
            """,
            static check => check.DisabledDiagnostics.Add("ECRM1106"));
    }
}
