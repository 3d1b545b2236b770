namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>Where helpers are not judged for their callers, as <c>docs/limits.md</c> lists it; an improvement breaks the test that shows it.</summary>
public sealed class HelperLimitTests
{
    private const string For = "[ForPurpose(\"marketing\")] ";

    [Fact]
    public Task FalseNegative_ConstructorOfABaseWithoutAWord_IsNotFollowed()
        => Flow.VerifyAsync("base", "static Contact Last = new(); class B { public B() => System.GC.KeepAlive(Last.Email); } class K : B { public int N = 1; } " + For + "void M() => System.GC.KeepAlive(new K());");

    /// <summary>Who implements an interface of the framework is asked where the code calls it is analysed anyway; it is not looked for because of the call.</summary>
    [Fact]
    public Task FalseNegative_HelperBehindAnInterfaceOfTheFramework_IsNotSeen()
        => Flow.VerifyAsync("interface", "class P(Contact c) : IDisposable { public void Dispose() => System.GC.KeepAlive(c.Email); } " + For + "void M(Contact c) { using IDisposable p = new P(c); }");

    [Fact]
    public Task FalseNegative_CallUnderAPurposeThatIsNoConstant_IsNotJudged()
        => Flow.VerifyAsync("open scope", "void M(Contact c, string p) { using (PurposeScope.Enter(p)) H(c); } void H(Contact c) => System.GC.KeepAlive(c.Email);");

    [Fact]
    public Task FalseNegative_ValueThatAHelperOnlyLooksAt_IsNotReported()
        => Flow.VerifyAsync("look", For + "void M(Contact c) => K(c); bool K(Contact c) { var e = Mailer.Read(c); return e is null; }");

    [Fact]
    public Task ReadBehindALabelledResult_IsJudgedByThatLabel()
        => Flow.VerifyAsync("labelled result", For + "void M(Contact c) => Mailer.Send({|ECRM2001:H|}(c)); [return: DataCategory(\"contact.email\")] string H(Contact c) => c.Email;");

    [Fact]
    public Task ReadBehindALabelledProperty_IsJudgedByThatLabel()
        => Flow.VerifyAsync("labelled property", "class K(Contact c) { [DataCategory(\"contact.phone\"), CollectedFor(\"support\")] public string {|ECRM1106:Line|} => c.Email; } " + For + "void M(K k) => Mailer.Send(k.{|ECRM2001:Line|});");
}
