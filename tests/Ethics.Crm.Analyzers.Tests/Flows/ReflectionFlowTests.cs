namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2002 through methods that are found by a constant name and called by reflection.</summary>
public sealed class ReflectionFlowTests
{
    [Theory]
    [InlineData("reflection by constant name", "static class Desk { public static string A(Contact c, string f) => string.Format(f, c.Email); } void M(Contact c) { var m = typeof(Desk).GetMethod(nameof(Desk.A))!; var to = (string?)m.Invoke(null, [c, \"<{0}>\"]); Mailer.Send({|ECRM2002:to|}); }")]
    [InlineData("reflection by constant name, array", "static class Desk { public static void A(string s) => Mailer.Send({|ECRM2002:s|}); } void M(Contact c) => typeof(Desk).GetMethod(\"A\")!.Invoke(null, new object[] { c.Email });")]
    [InlineData("reflection, instance", "class Desk { public string? T; public void A(string s) => T = s; } void M(Contact c) { var d = new Desk(); typeof(Desk).GetMethod(\"A\")!.Invoke(d, new object[] { c.Email }); Mailer.Send(d.{|ECRM2002:T|}); }")]
    [InlineData("found and called at once", "static class Desk { public static string A(Contact c, string f) => string.Format(f, c.Email); } void M(Contact c) { var to = (string?)typeof(Desk).GetMethod(nameof(Desk.A))!.Invoke(null, [c, \"<{0}>\"]); Mailer.Send({|ECRM2002:to|}); }")]
    [InlineData("array of arguments", "static class Desk { public static string A(Contact c, string f) => string.Format(f, c.Email); } void M(Contact c) { var m = typeof(Desk).GetMethod(nameof(Desk.A))!; var to = (string?)m.Invoke(null, new object[] { c, \"<{0}>\" }); Mailer.Send({|ECRM2002:to|}); }")]
    [InlineData("whoever calls it reads nothing", "static class Desk { public static string A(Contact c) => c.Email; } void M(Contact c) { var m = typeof(Desk).GetMethod(\"A\")!; var to = (string?)m.Invoke(null, new object[] { c }); Mailer.Send({|ECRM2002:to|}); }")]
    [InlineData("whoever calls it reads as well", "static class Desk { public static string A(Contact c) => c.Email; } void M(Contact c) { GC.KeepAlive(c.Email); var m = typeof(Desk).GetMethod(\"A\")!; var to = (string?)m.Invoke(null, new object[] { c }); Mailer.Send({|ECRM2002:to|}); }")]
    [InlineData("what it does itself", "static class Desk { public static void A(Contact c) { Mailer.Send(c.{|ECRM2002:Email|}); } } void M(Contact c) { GC.KeepAlive(c.Email); var m = typeof(Desk).GetMethod(\"A\")!; var to = m.Invoke(null, new object[] { c }); Mailer.Send(to); }")]
    [InlineData("what it is given comes back", "static class Desk { public static string A(string c) => c; } void M(Contact c) { var m = typeof(Desk).GetMethod(\"A\")!; var to = (string?)m.Invoke(null, new object[] { c.Email }); Mailer.Send({|ECRM2002:to|}); }")]
    public Task MethodThatIsFoundByItsName_IsFollowed(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("reflection, other method", "static class Desk { public static string A(Contact c) => c.Name; public static string B(Contact c) => c.Email; } void M(Contact c) { var m = typeof(Desk).GetMethod(\"A\")!; Mailer.Send((string?)m.Invoke(null, [c])); }")]
    [InlineData("reflection, other argument", "static class Desk { public static void A(string s, string t) => Mailer.Send(t); } void M(Contact c) => typeof(Desk).GetMethod(\"A\")!.Invoke(null, new object[] { c.Email, c.Name });")]
    public Task WhatTheMethodDoesNotDo_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);

    /// <summary>Only the run time knows which of several methods of one name is meant, or what a name says that is put together: what goes in may come out, and what the method does is not seen.</summary>
    [Theory]
    [InlineData("two of the name", "static class Desk { public static void A(string s) => Mailer.Send(s); public static void A(int n) { } } void M(Contact c) => typeof(Desk).GetMethod(\"A\", new[] { typeof(string) })!.{|ECRM9002:Invoke|}(null, new object[] { c.Email });")]
    [InlineData("name that is read", "static class Desk { public static void A(string s) => Mailer.Send(s); } void M(Contact c, string name) => typeof(Desk).GetMethod(name)!.{|ECRM9002:Invoke|}(null, new object[] { c.Email });")]
    [InlineData("type that is read", "static class Desk { public static void A(string s) => Mailer.Send(s); } void M(Contact c, Type type) => type.GetMethod(\"A\")!.{|ECRM9002:Invoke|}(null, new object[] { c.Email });")]
    [InlineData("one of two that is known", "static class Desk { public static void A(string s) { } public static void B(string s) => Mailer.Send(s); } void M(Contact c, string name) { var m = c.Name.Length > 1 ? typeof(Desk).GetMethod(\"A\") : typeof(Desk).GetMethod(name); m!.{|ECRM9002:Invoke|}(null, new object[] { c.Email }); }")]
    public Task FalseNegative_MethodThatOnlyTheRunTimeFinds_IsToldAndNotFollowed(string form, string members) => Flow.VerifyAsync(form, members, unconcluded: 1);
}
