namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>What a variable held before one of the functions that share it could run is nothing to them.</summary>
public sealed class EarlierWriteTests
{
    [Theory]
    [InlineData("before the lambda is called", "void M(Contact c) { var s = c.Email; Action a = () => Mailer.Send(s); s = \"x\"; a(); }")]
    [InlineData("before it is handed on", "void Run(Action a) => a(); void M(Contact c) { var s = c.Email; Action a = () => Mailer.Send(s); s = \"x\"; Run(a); }")]
    [InlineData("before it is handed out", "Action Make(Contact c) { var s = c.Email; Action a = () => Mailer.Send(s); s = c.Name; return a; } void M(Contact c) => Make(c)();")]
    [InlineData("before it is written in place", "void M(Contact c, List<int> l) { var s = c.Email; GC.KeepAlive(s); s = \"x\"; l.ForEach(n => Mailer.Send(s)); }")]
    [InlineData("before a local function is called", "void M(Contact c) { var s = c.Email; GC.KeepAlive(s); s = \"x\"; L(); void L() => Mailer.Send(s); }")]
    [InlineData("before a query", "void M(Contact c, int[] l) { var s = c.Email; GC.KeepAlive(s); s = \"x\"; var q = from n in l select Mailer.Echo(s); GC.KeepAlive(q.ToList()); }")]
    public Task WhatWasThereBefore_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("still there when it is called", "void M(Contact c) { var s = c.Email; Action a = () => Mailer.Send({|ECRM2002:s|}); a(); s = \"x\"; }")]
    [InlineData("put there after it was made", "void M(Contact c) { var s = \"x\"; Action a = () => Mailer.Send({|ECRM2002:s|}); s = c.Email; a(); }")]
    [InlineData("put there after it was handed on", "Action? kept; void M(Contact c) { var s = \"x\"; Action a = () => Mailer.Send({|ECRM2002:s|}); kept = a; s = c.Email; kept(); }")]
    [InlineData("still there when it is handed on", "Action? kept; void M(Contact c) { var s = c.Email; Action a = () => Mailer.Send({|ECRM2002:s|}); kept = a; kept(); s = \"x\"; }")]
    [InlineData("on one of two ways", "void M(Contact c, bool b) { var s = c.Email; Action a = () => Mailer.Send({|ECRM2002:s|}); if (b) s = \"x\"; a(); }")]
    [InlineData("in the round before", "void M(Contact c) { var s = \"x\"; for (var i = 0; i < 2; i++) { Action a = () => Mailer.Send({|ECRM2002:s|}); a(); s = c.Email; } }")]
    [InlineData("at the end of the round before", "void M(Contact c, List<Action> all) { var s = \"x\"; foreach (var one in all) { s = c.Email; one(); Action a = () => Mailer.Send({|ECRM2002:s|}); all.Add(a); s = \"x\"; } }")]
    [InlineData("jump back", "void M(Contact c, int n) { var s = \"x\"; again: Action a = () => Mailer.Send({|ECRM2002:s|}); if (n-- > 0) { s = c.Email; goto call; } s = \"y\"; call: a(); if (n > 0) goto again; }")]
    [InlineData("called by another", "void M(Contact c) { var s = c.Email; Action a = () => Mailer.Send({|ECRM2002:s|}); Action b = () => a(); b(); s = \"x\"; }")]
    [InlineData("called at the end", "void M(Contact c) { var s = c.Email; Action a = () => Mailer.Send({|ECRM2002:s|}); try { GC.Collect(); s = \"x\"; } finally { a(); } }")]
    [InlineData("local function that is called before", "void M(Contact c) { var s = c.Email; L(); s = \"x\"; void L() => Mailer.Send({|ECRM2002:s|}); }")]
    [InlineData("local function that is handed on", "void M(Contact c) { var s = c.Email; Action a = L; a(); s = \"x\"; void L() => Mailer.Send({|ECRM2002:s|}); }")]
    [InlineData("held as an object", "void M(Contact c) { var s = c.Email; object a = () => Mailer.Send({|ECRM2002:s|}); ((Action)a)(); s = \"x\"; }")]
    [InlineData("in a conditional call", "void M(Contact c, bool b) { var s = c.Email; Action? a = b ? null : () => Mailer.Send({|ECRM2002:s|}); a?.Invoke(); s = \"x\"; }")]
    public Task WhatIsThereWhenItMayRun_IsReported(string form, string members) => Flow.VerifyAsync(form, members);
}
