namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>Delegates tell nothing before they are called. Whoever calls one has in hand what it yields, and what it reads where nothing is declared it reads for them.</summary>
public sealed class DelegateFlowTests
{
    private const string For = "[ForPurpose(\"marketing\")] ";
    private const string ForSupport = "[ForPurpose(\"support\")] ";
    private const string Kept = "public class K { public static Func<string> S = () => \"\"; public Func<string> F = () => \"\"; public Action A = () => { }; public string T = \"\"; public string P { get; set; } = \"\"; }";

    [Theory]
    [InlineData("returned by code for another purpose", For + "void M(Contact c) { var f = Make(c); System.GC.KeepAlive({|ECRM2002:f|}()); } " + ForSupport + "Func<string> Make(Contact c) { var a = new[] { c.Email }; return () => a[0]; }")]
    [InlineData("handed to code for the purpose", "void M(Contact c) { var e = c.Email; Run(() => e); } " + For + "void Run(Func<string> f) => System.GC.KeepAlive({|ECRM2002:f|}());")]
    [InlineData("handed to code for the purpose, which hands it to code that nobody knows", "void M(Contact c, List<Contact> l) { var e = c.Email; Run(x => e, l); } " + For + "void Run(Func<Contact, string> f, List<Contact> l) => System.GC.KeepAlive(l.ConvertAll(x => {|ECRM2002:f|}(x)));")]
    [InlineData("handed on as it is", "void M(Contact c, List<string> l) { var e = c.Email; Run(x => e, l); } " + For + "void Run(Func<string, string> f, List<string> l) => System.GC.KeepAlive(l.Select({|ECRM2002:f|}));")]
    [InlineData("kept in a member", "void M(Contact c) { var e = c.Email; var k = new K(); k.F = () => e; Run(k); } " + For + "void Run(K k) => System.GC.KeepAlive(k.{|ECRM2002:F|}());")]
    [InlineData("object that is filled later", "void M(Contact c) { var b = new Box(); Func<string> f = () => b.Text; b.Text = c.Email; Mailer.Send({|ECRM2002:f|}()); }")]
    [InlineData("object that is filled later, member", "void M(Contact c) { var b = new Box(); var k = new K(); k.F = () => b.Text; b.Text = c.Email; Mailer.Send(k.{|ECRM2002:F|}()); }")]
    [InlineData("object that is filled later, its own member", "void M(Contact c) { var k = new K(); k.F = () => k.P; k.P = c.Email; Mailer.Send(k.{|ECRM2002:F|}()); }")]
    [InlineData("object that is filled later, called elsewhere", "void M(Contact c) { var k = new K(); k.F = () => k.T; k.T = c.Email; Run(k); } " + For + "void Run(K k) => System.GC.KeepAlive(k.{|ECRM2002:F|}());")]
    public Task Value_IsToldWhereTheDelegateIsCalled(string form, string members) => Flow.VerifyAsync(form, members, types: Kept);

    [Theory]
    [InlineData("not called", "void M(Contact c) { var e = c.Email; Run(() => e); } " + For + "void Run(Func<string> f) { var g = f; System.GC.KeepAlive(g is null); }")]
    [InlineData("kept and not called", For + "void M(Contact c, K k) { k.F = Make(c); } " + ForSupport + "Func<string> Make(Contact c) { var e = c.Email; return () => e; }")]
    [InlineData("called for its purpose", "void M(Contact c) { var e = c.Email; Run(() => e); } " + ForSupport + "void Run(Func<string> f) => System.GC.KeepAlive(f());")]
    [InlineData("other delegate", "void M(Contact c) { var e = c.Email; Run(() => e, () => c.Name); } " + For + "void Run(Func<string> f, Func<string> g) => System.GC.KeepAlive(g());")]
    [InlineData("object that is filled with something else", "void M(Contact c) { var b = new Box(); Func<string> f = () => b.Text; b.Text = c.Name; Mailer.Send(f()); }")]
    public Task DelegateThatIsNotCalledForThePurpose_IsSilent(string form, string members) => Flow.VerifyAsync(form, members, types: Kept);

    [Theory]
    [InlineData("handed over", "void M(Contact c) => Run(() => c.{|ECRM2003:Email|}); " + For + "void Run(Func<string> f) => System.GC.KeepAlive(f());")]
    [InlineData("handed over, for what it does", "void M(Contact c) => Run(() => System.GC.KeepAlive(c.{|ECRM2003:Email|})); " + For + "void Run(Action f) => f();")]
    [InlineData("handed over in a variable", "void M(Contact c) { Func<string> f = () => c.{|ECRM2003:Email|}; Run(f); } " + For + "void Run(Func<string> f) => System.GC.KeepAlive(f());")]
    [InlineData("handed over through a helper", "void M(Contact c) => H(() => c.{|ECRM2003:Email|}); void H(Func<string> f) => Run(f); " + For + "void Run(Func<string> f) => System.GC.KeepAlive(f());")]
    [InlineData("called by a helper", "void M(Contact c) => Run(() => c.{|ECRM2003:Email|}); " + For + "void Run(Func<string> f) => System.GC.KeepAlive(H(f)); string H(Func<string> f) => f();")]
    [InlineData("called by another lambda", "void M(Contact c) { Func<string> f = () => c.{|ECRM2003:Email|}; Run(() => f()); } " + For + "void Run(Func<string> f) => System.GC.KeepAlive(f());")]
    [InlineData("derived", "void M(Contact c) => Run(() => c.{|ECRM2003:Email|}.Length.ToString()); " + For + "void Run(Func<string> f) => System.GC.KeepAlive(f());")]
    [InlineData("read by what it calls", "void M(Contact c) => Run(() => H(c)); string H(Contact c) => c.{|ECRM2003:Email|}; " + For + "void Run(Func<string> f) => System.GC.KeepAlive(f());")]
    [InlineData("kept in a member", "void M(Contact c) { var k = new K(); k.F = () => c.{|ECRM2003:Email|}; Run(k); } " + For + "void Run(K k) => System.GC.KeepAlive(k.F());")]
    [InlineData("kept in a static member", "public void M(Contact c) { K.S = () => c.{|ECRM2003:Email|}; } " + For + "public void Run() => System.GC.KeepAlive(K.S());")]
    [InlineData("returned", For + "void M(Contact c) => System.GC.KeepAlive(Desk.Make(c)());")]
    [InlineData("called in a scope", "void M(Contact c) { Action use = () => System.GC.KeepAlive(c.{|ECRM2003:Email|}); using (PurposeScope.Enter(\"marketing\")) use(); }")]
    public Task ReadInALambda_IsReadForWhoeverCallsIt(string form, string members)
        => Flow.VerifyAsync(form, members, types: Kept + (form == "returned" ? " public static class Desk { public static Func<string> Make(Contact c) => () => c.{|ECRM2003:Email|}; }" : ""));

    [Theory]
    [InlineData("for its purpose", "void M(Contact c) => Run(() => c.Email); " + ForSupport + "void Run(Func<string> f) => System.GC.KeepAlive(f());")]
    [InlineData("not called", "void M(Contact c) => Run(() => c.Email); " + For + "void Run(Func<string> f) => System.GC.KeepAlive(f is null);")]
    [InlineData("other lambda", "void M(Contact c) => Run(() => c.Email, () => c.Name); " + For + "void Run(Func<string> f, Func<string> g) => System.GC.KeepAlive(g());")]
    [InlineData("called for nothing", "void M(Contact c) => Run(() => c.Email); void Run(Func<string> f) => System.GC.KeepAlive(f());")]
    [InlineData("other member", "void M(Contact c) { var k = new K(); k.F = () => c.Email; Run(k); } " + For + "void Run(K k) => k.A();")]
    public Task ReadInALambdaThatIsNotCalledForTheWrongPurpose_IsSilent(string form, string members) => Flow.VerifyAsync(form, members, types: Kept);

    /// <summary>It is read for support: no misuse. That the running program refuses it is told (ECRM1107).</summary>
    [Fact]
    public Task ReadInALambdaOfCodeThatDeclaresItsPurpose_IsReadForThat()
        => Flow.VerifyAsync("declared", ForSupport + "void M(Contact c) => Run(() => { System.GC.KeepAlive(c.{|ECRM1107:Email|}); return 1; }); " + For + "void Run(Func<int> f) => System.GC.KeepAlive(f());", types: Kept);
}
