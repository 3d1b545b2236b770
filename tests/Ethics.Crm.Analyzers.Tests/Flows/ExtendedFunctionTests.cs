namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>Extension methods that are handed over as functions of what they extend.</summary>
public sealed class ExtendedFunctionTests
{
    [Theory]
    [InlineData("variable", "void M(Contact c) { var e = c.Email; Func<string> f = e.Shout; Mailer.Send({|ECRM2002:f|}()); }")]
    [InlineData("alias", "void M(Contact c) { var e = c.Email; var d = e; Func<string> f = d.Shout; var g = f; Mailer.Send({|ECRM2002:g|}()); }")]
    [InlineData("parameter", "static string Call(string s) { Func<string> f = s.Shout; return f(); } void M(Contact c) => Mailer.Send({|ECRM2002:Call|}(c.Email));")]
    [InlineData("member", "void M(Contact c) { var b = new Box { Text = c.Email }; Func<string> f = b.Text!.Shout; Mailer.Send({|ECRM2002:f|}()); }")]
    [InlineData("member of this", "string kept = \"\"; void M(Contact c) { kept = c.Email; Func<string> f = kept.Shout; Mailer.Send({|ECRM2002:f|}()); }")]
    [InlineData("handed to a helper", "static string Call(Func<string> f) => f(); void M(Contact c) { var e = c.Email; Mailer.Send({|ECRM2002:Call|}(e.Shout)); }")]
    public Task WhatItExtends_IsFollowed(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("part of a text", "void M(Contact c) { var e = c.Email; Func<string> f = e.{|ECRM9002:Trim|}().Shout; Mailer.Send(f()); }")]
    [InlineData("one of two", "void M(Contact c, bool b) { var e = c.Email; Func<string> f = ({|ECRM9002:b ? e : c.Name|}).Shout; Mailer.Send(f()); }")]
    public Task WhatTheTextDoesNotTell_IsTold(string form, string members) => Flow.VerifyAsync(form, members, unconcluded: 1);

    [Theory]
    [InlineData("other variable", "void M(Contact c) { var e = c.Email; var n = c.Name; GC.KeepAlive(e); Func<string> f = n.Shout; Mailer.Send(f()); }")]
    [InlineData("overwritten", "void M(Contact c) { var e = c.Email; e = c.Name; Func<string> f = e.Shout; Mailer.Send(f()); }")]
    [InlineData("by its class", "void M(Contact c) { GC.KeepAlive(c.Email); Func<string, string> f = Ext.Shout; Mailer.Send(f(c.Name)); }")]
    [InlineData("part of another text", "void M(Contact c) { GC.KeepAlive(c.Email); Func<string> f = c.Name.Trim().Shout; Mailer.Send(f()); }")]
    public Task WhatItDoesNotExtend_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);
}
