namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>Objects that are put together by hand: which class lies in them decides what runs. And what a method has left only by the time it throws, a query that is asked later, functions of which any may run.</summary>
public sealed class LyingPartTests
{
    private const string Masks = "interface IMask { string Of(string s); } class None : IMask { public string Of(string s) => s; } class Full : IMask { public string Of(string s) => \"*\"; } class Desk(IMask mask) { [ForPurpose(\"support\")] public string Mail(Contact c) => mask.Of(c.Email); public IMask Mask => mask; } class Outer(Desk desk) { public string Mail(Contact c) => desk.Mail(c); } ";

    [Theory]
    [InlineData("what lies there", Masks + "void M(Contact c) { GC.KeepAlive(new Desk(new Full()).Mail(c)); Mailer.Send(new Desk(new None()).{|ECRM2002:Mail|}(c)); }")]
    [InlineData("handed on", Masks + "[ForPurpose(\"marketing\")] static void Show(Desk d, Contact c) => Mailer.Send(d.{|ECRM2002:Mail|}(c)); void M(Contact c) { Show(new Desk(new None()), c); Show(new Desk(new Full()), c); }")]
    [InlineData("two deep", Masks + "void M(Contact c) { GC.KeepAlive(new Outer(new Desk(new Full())).Mail(c)); Mailer.Send(new Outer(new Desk(new None())).{|ECRM2002:Mail|}(c)); }")]
    [InlineData("replaced", "abstract class Step { public abstract string Do(Contact c); } class A : Step { public override string Do(Contact c) => Mailer.Name(c); } class B : Step { [ForPurpose(\"support\")] public override string Do(Contact c) => c.Email; } class Box2 { public Step Step = new A(); public string Run(Contact c) => Step.Do(c); } void M(Contact c) { var b = new Box2(); b.Step = new B(); Mailer.Send(b.{|ECRM2002:Run|}(c)); }")]
    [InlineData("function that runs when something else lies there", "abstract class Step { public abstract string Do(Contact c); } class A : Step { public override string Do(Contact c) => \"\"; } class B : Step { [ForPurpose(\"support\")] public override string Do(Contact c) => c.Email; } class Box2 { public Step Step = new A(); public Func<Contact, string> Get() => c => Step.Do(c); } void M(Contact c) { var b = new Box2(); var f = b.Get(); b.Step = new B(); Mailer.Send({|ECRM2002:f|}(c)); }")]
    public Task WhatLiesInAnObject_RunsAndIsReported(string form, string members) => Flow.VerifyAsync(form, members.Replace("Mailer.Name(c)", "\"\"", StringComparison.Ordinal));

    [Theory]
    [InlineData("other class lies there", Masks + "void M(Contact c) { GC.KeepAlive(new Desk(new None()).Mail(c)); Mailer.Send(new Desk(new Full()).Mail(c)); }")]
    [InlineData("handed on", Masks + "[ForPurpose(\"marketing\")] static void Show(Desk d, Contact c) => Mailer.Send(d.Mail(c)); void M(Contact c) { GC.KeepAlive(new Desk(new None()).Mail(c)); Show(new Desk(new Full()), c); }")]
    [InlineData("two deep", Masks + "void M(Contact c) { GC.KeepAlive(new Outer(new Desk(new None())).Mail(c)); Mailer.Send(new Outer(new Desk(new Full())).Mail(c)); }")]
    public Task WhatDoesNotLieInAnObject_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("where it throws", "static void Set(Box b, string s, bool bad) { b.Text = s; if (bad) throw new InvalidOperationException(); b.Text = \"\"; } void M(Contact c, bool bad) { var b = new Box(); try { Set(b, c.Email, bad); } catch (InvalidOperationException) { Mailer.Send(b.{|ECRM2002:Text|}); } }")]
    [InlineData("guard behind which it is put", "static void Set(Box b, string? s) { if (s is null) throw new ArgumentNullException(); b.Text = s; } void M(Contact c) { var b = new Box { Text = \"\" }; Set(b, c.Email); Mailer.Send(b.{|ECRM2002:Text|}); }")]
    public Task WhatAMethodLeaves_IsReported(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("guard behind which it is replaced", "static void Set(Box b, string? s) { if (s is null) throw new ArgumentNullException(); b.Text = s; } void M(Contact c) { var b = new Box { Text = c.Email }; Set(b, \"\"); Mailer.Send(b.Text); }")]
    [InlineData("where it returns", "static void Set(Box b, string s, bool bad) { b.Text = s; if (bad) throw new InvalidOperationException(); b.Text = \"\"; } void M(Contact c, bool bad) { var b = new Box(); Set(b, c.Email, bad); Mailer.Send(b.Text); }")]
    public Task WhatAMethodLeavesOnlyWhereItThrows_IsNotReportedBehindIt(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("query that is asked later", "void M(Contact c) { var l = new List<string>(); var q = l.Where(s => s != \"\").Select(s => s + \"!\"); l.Add(c.Email); foreach (var s in q) Mailer.Send({|ECRM2002:s|}); }")]
    [InlineData("iterator that a query asks later", "void M(Contact c) { var b = new Box(); var all = H(b).Select(e => e + \"!\"); b.Text = c.Email; foreach (var e in all) Mailer.Send({|ECRM2002:e|}); } IEnumerable<string> H(Box b) { yield return b.Text!; }")]
    [InlineData("one of two functions empties it", "static Action Of(Box b) => () => b.Text = \"\"; void M(Contact c, bool one) { var b = new Box { Text = c.Email }; var o = new Box(); var a = Of(b); var d = Of(o); var f = one ? a : d; f(); Mailer.Send(b.{|ECRM2002:Text|}); }")]
    [InlineData("helper that may not call it", "static Action Of(Box b) => () => b.Text = \"\"; static void Maybe(Action a, bool b) { if (b) a(); } void M(Contact c, bool one) { var b = new Box { Text = c.Email }; Maybe(Of(b), one); Mailer.Send(b.{|ECRM2002:Text|}); }")]
    [InlineData("method of a list as a function", "static (Action<string> Add, Func<string> Get) New() { var all = new List<string>(); return (all.Add, () => string.Join(\",\", all)); } void M(Contact c) { var n = New(); n.Add(c.Email); Mailer.Send(n.{|ECRM2002:Get|}()); }")]
    public Task WhatMayHaveComeOrStayed_IsReported(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("query that was asked before", "void M(Contact c) { var l = new List<string>(); var q = l.Select(s => s + \"!\"); foreach (var s in q) Mailer.Send(s); l.Add(c.Email); }")]
    [InlineData("the one function empties it", "static Action Of(Box b) => () => b.Text = \"\"; void M(Contact c) { var b = new Box { Text = c.Email }; var f = Of(b); f(); Mailer.Send(b.Text); }")]
    [InlineData("method of another list", "static (Action<string> Add, Func<string> Get) New() { var all = new List<string>(); return (all.Add, () => string.Join(\",\", all)); } void M(Contact c) { var n = New(); var o = New(); n.Add(c.Email); Mailer.Send(o.Get()); }")]
    [InlineData("recursion that does not begin", "static string Walk(Contact c, int n) => n == 0 ? \"\" : Mailer.Read(c) + Walk(c, n - 1); void M(Contact c) => Mailer.Send(Walk(c, 0));")]
    public Task WhatHasNotComeOrStayed_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);
}
