namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2002 where a name says less than it seems: members that are hidden, contracts in several forms, types of one name, and who calls a method.</summary>
public sealed class DispatchHiddenTests
{
    private const string Hidden = """
        public interface ILine { string Line(Contact c); }
        public class Base : ILine { public string Line(Contact c) => c.Email; }
        public class Mid : Base { public new string Line(Contact c) => c.Name; }
        public class Leaf : Mid, ILine { }
        """;

    private const string Forms = """
        public class A; public class B; public interface IHandler<T> { string Handle(T t, Contact c); }
        public class Base : IHandler<A> { public string Handle(A a, Contact c) => c.Email; }
        public class Card : Base, IHandler<B> { public string Handle(B b, Contact c) => ""; }
        """;

    private const string Of = "static string Of(ILine l, Contact c) => l.Line(c); ";

    [Theory]
    [InlineData("hidden", "void M(Contact c) { ILine l = new Mid(); Mailer.Send(l.{|ECRM2002:Line|}(c)); }", Hidden)]
    [InlineData("hidden, in a helper", Of + "void M(Contact c) => Mailer.Send({|ECRM2002:Of|}(new Mid(), c)); void N(Contact c) => Of(new Leaf(), c);", Hidden)]
    [InlineData("hidden, by the class", "void M(Mid m, Contact c) => Mailer.Send(((ILine)m).{|ECRM2002:Line|}(c));", Hidden)]
    [InlineData("form of the base", "void M(Card k, Contact c) => Mailer.Send(((IHandler<A>)k).{|ECRM2002:Handle|}(new A(), c));", Forms)]
    [InlineData("struct that may be nothing", "static void Of(ISender s, Contact c) { if (s is Loud?) Mailer.Send(c.{|ECRM2002:Email|}); } void M(Contact c) => Of(new Loud(), c); void N(Contact c) => Of(new Quiet(), c);", "public interface ISender { } public struct Loud : ISender { } public class Quiet : ISender { }")]
    [InlineData("asked by a type parameter", "static void Of<T>(ISender s, Contact c) { if (s is T) Mailer.Send(c.{|ECRM2002:Email|}); } void M(Contact c) => Of<Loud>(new Loud(), c); void N(Contact c) => Of<Loud>(new Quiet(), c);", "public interface ISender { } public class Loud : ISender { } public class Quiet : ISender { }")]
    public Task WhatRunsBehindAName_IsReported(string form, string members, string types) => Flow.VerifyAsync(form, members, types: types);

    [Theory]
    [InlineData("implemented again", "void M(Contact c) { ILine l = new Leaf(); Mailer.Send(l.Line(c)); }", Hidden)]
    [InlineData("implemented again, in a helper", Of + "void M(Contact c) => Mailer.Send(Of(new Leaf(), c)); [ForPurpose(\"support\")] void N(Contact c) => GC.KeepAlive(Of(new Mid(), c));", Hidden)]
    [InlineData("hidden one by its own name", "void M(Mid m, Contact c) => Mailer.Send(m.Line(c));", Hidden)]
    [InlineData("overridden by the class", "void M(Full f, Contact c) => Mailer.Send(((ILine)f).Line(c));", "public interface ILine { string Line(Contact c); } public class Base : ILine { public virtual string Line(Contact c) => c.Email; } public class Full : Base { public override string Line(Contact c) => c.Name; }")]
    [InlineData("asked by a type that it is not", "static void Of<T>(ISender s, Contact c) { if (s is Quiet) Mailer.Send(c.Email); } void M(Contact c) => Of<Quiet>(new Loud(), c);", "public interface ISender { } public class Loud : ISender { } public class Quiet : ISender { }")]
    public Task WhatDoesNotRunBehindAName_IsNotReported(string form, string members, string types) => Flow.VerifyAsync(form, members, types: types);

    /// <summary>What stands for a type parameter is not asked where an object is asked for it.</summary>
    [Fact]
    public Task FalseAlarm_TypeParameterThatTheObjectIsNot()
        => Flow.VerifyAsync("type parameter", "static void Of<T>(ISender s, Contact c) { if (s is T) Mailer.Send(c.{|ECRM2002:Email|}); } void M(Contact c) => Of<Quiet>(new Loud(), c);", types: "public interface ISender { } public class Loud : ISender { } public class Quiet : ISender { }");

    private const string Usings = "using System; using Acme.Crm; using Ethics.Crm;\n";
    private const string Sender = "public interface ISender { void Take(string text); } public static class Mailer { [ForPurpose(\"marketing\")] public static void Send(object value) { } } public static class Giving { public static void Give(ISender s, string text) => s.Take(text); } ";

    /// <summary>Two files may have a type of one name, whichever is looked at first.</summary>
    [Theory]
    [InlineData("First", "Second")]
    [InlineData("Second", "First")]
    public Task TypesOfOneNameInTwoFiles_AreTold(string quiet, string loud)
        => Rules.VerifyWithContactAsync(
            Usings + Sender + $"file class Local : ISender {{ public void Take(string text) {{ }} }} public static class {quiet} {{ public static void Go(Contact c) => Giving.Give(new Local(), c.Email); }}",
            check => check.TestState.Sources.Add(Usings + $"file class Local : ISender {{ public void Take(string text) => Mailer.Send({{|ECRM2002:text|}}); }} public static class {loud} {{ public static void Go(Contact c) => Giving.Give(new Local(), c.Email); }}"));

    private const string Cards = "public abstract class Card { public abstract string Line(Contact c); public void Show(Contact c) => Mailer.Send(Line(c)); } public class Desk : Card { public override string Line(Contact c) => c.Name; } public class Full : Card { public override string Line(Contact c) => c.Email; } public static class Mailer { [ForPurpose(\"marketing\")] public static void Send(object value) { } } ";
    private const string Preview = "public static class Preview { public static void Go(Contact c) => new Shows().Show(new Desk(), c); } ";

    /// <summary>A framework calls actions with whatever comes in, whoever else calls them.</summary>
    [Theory]
    [InlineData("base", "public class Shows : Web.Controller { public void Show(Card card, Contact c) => card.Show(c); }")]
    [InlineData("attribute", "public class Shows { [Web.Post] internal void Show(Card card, Contact c) => card.Show(c); }")]
    [InlineData("attribute of the class", "[Web.Post] public class Shows { public void Show(Card card, Contact c) => card.Show(c); }")]
    public Task ActionThatAFrameworkMayCall_IsReported(string form, string shows) => VerifyAsync(form, Cards.Replace("Mailer.Send(Line(c))", "Mailer.Send({|ECRM2002:Line|}(c))", StringComparison.Ordinal), shows);

    [Theory]
    [InlineData("nothing of a framework", "public class Shows { public void Show(Card card, Contact c) => card.Show(c); }")]
    [InlineData("attribute for the compiler", "[System.Serializable] public class Shows { [System.Diagnostics.DebuggerHidden] public void Show(Card card, Contact c) => card.Show(c); }")]
    [InlineData("method of its own", "public class Shows : Web.Controller { internal void Show(Card card, Contact c) => card.Show(c); }")]
    public Task MethodThatOnlyTheProgramCalls_IsSilent(string form, string shows) => VerifyAsync(form, Cards, shows);

    private static Task VerifyAsync(string form, string cards, string shows)
    {
        Assert.NotEmpty(form);
        return Rules.VerifyWithContactAsync(
            Usings + cards + Preview + shows,
            check =>
            {
                check.TestState.AdditionalProjects["Web"].Sources.Add("namespace Web { public class Controller { } public sealed class PostAttribute : System.Attribute { } }");
                check.TestState.AdditionalProjectReferences.Add("Web");
            });
    }
}
