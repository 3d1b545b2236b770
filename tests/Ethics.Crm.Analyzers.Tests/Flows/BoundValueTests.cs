using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>A value that is bound to its labels keeps them for the build too: through fields, methods and <c>Map</c>, until it is opened.</summary>
public sealed class BoundValueTests
{
    /// <summary>As the package has it, which these tests see as users do: compiled.</summary>
    private static readonly MetadataReference s_package = Compiled.Assembly("Ethics.Crm",
        """
        namespace Ethics.Crm
        {
            using System; using System.Linq.Expressions; using System.Threading; using System.Threading.Tasks;
            public static class Bound { public static Bound<TValue> From<TOwner, TValue>(TOwner owner, Expression<Func<TOwner, TValue>> member) where TOwner : notnull => throw null!; }
            public sealed class Bound<T>
            {
                public string Source => throw null!;
                public Bound<TResult> Map<TResult>(Func<T, TResult> map) => throw null!;
                public Task<T> OpenAsync(CancellationToken ct = default) => throw null!;
            }
        }
        """);

    [Theory]
    [InlineData("opened", "async Task M(Contact c) => Mailer.Send({|ECRM2002:await Bound.From(c, x => x.Email).OpenAsync()|});")]
    [InlineData("waits in a member", "Bound<string>? b; public void A(Contact c) => b = Bound.From(c, x => x.Email); public async Task B() => Mailer.Send({|ECRM2002:await b!.OpenAsync()|});")]
    [InlineData("handed on", "async Task M(Contact c) => await F(Bound.From(c, x => x.Email)); async Task F(Bound<string> b) => Mailer.Send({|ECRM2002:await b.OpenAsync()|});")]
    [InlineData("mapped", "async Task M(Contact c) => Mailer.Send({|ECRM2002:await Bound.From(c, x => x.Email).Map(x => x.Length).OpenAsync()|});")]
    [InlineData("in a list", "async Task M(Contact[] all) { foreach (var b in all.Select(c => Bound.From(c, x => x.Email)).ToList()) Mailer.Send({|ECRM2002:await b.OpenAsync()|}); }")]
    [InlineData("used while it is mapped", "void M(Contact c) => Bound.From(c, x => x.Email).Map(x => { Mailer.Send({|ECRM2002:x|}); return 1; });")]
    public Task BoundValue_IsFollowed(string form, string members) => VerifyAsync(form, members);

    [Theory]
    [InlineData("another member", "async Task M(Contact c) => Mailer.Send(await Bound.From(c, x => x.Name).OpenAsync());")]
    [InlineData("another bound value", "async Task M(Contact c) { var b = Bound.From(c, x => x.Email); var n = Bound.From(c, x => x.Name); GC.KeepAlive(b); Mailer.Send(await n.OpenAsync()); }")]
    [InlineData("its source", "void M(Contact c) => Mailer.Send(Bound.From(c, x => x.Email).Source);")]
    public Task BoundValue_OfWhichNothingIsUsed_IsSilent(string form, string members) => VerifyAsync(form, members);

    [Fact]
    public Task FalseAlarm_MappedToSomethingElse() =>
        VerifyAsync("mapped", "async Task M(Contact c) => Mailer.Send({|ECRM2002:await Bound.From(c, x => x.Email).Map(x => 1).OpenAsync()|});");

    // Taking it out is no use of it when the program runs; for the build it is a read.
    [Theory]
    [InlineData("in code for another purpose", "Bound<string>? b; [ForPurpose(\"marketing\")] public void A(Contact c) => b = Bound.From(c, x => x.{|ECRM2001:Email|});")]
    [InlineData("by a helper of such code", "static Bound<string> Take(Contact c) => Bound.From(c, x => x.{|ECRM2003:Email|}); [ForPurpose(\"marketing\")] public void A(Contact c) => GC.KeepAlive(Take(c));")]
    public Task FalseAlarm_BoundValueThatIsTakenOut(string form, string members) => VerifyAsync(form, members);

    private static Task VerifyAsync(string form, string members)
    {
        Assert.NotEmpty(form);
        return Rules.VerifyWithContactAsync(
            $$"""
            using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks; using Acme.Crm; using Ethics.Crm;
            #nullable enable
            public static class Mailer { [ForPurpose("marketing")] public static void Send(object? value) { } }
            public class Job { {{members}} }
            """,
            check => check.TestState.AdditionalReferences.Add(s_package));
    }
}
