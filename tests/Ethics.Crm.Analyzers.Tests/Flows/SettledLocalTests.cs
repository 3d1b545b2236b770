namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>Variables that get a constant where they are declared and nothing afterwards, and what is reckoned with constants.</summary>
public sealed class SettledLocalTests
{
    private const string Line = " string H(Contact c, bool with) => with ? c.Email : c.Name;";

    [Theory]
    [InlineData("flag", "void M(Contact c) { var with = false; Mailer.Send(H(c, with)); }" + Line)]
    [InlineData("flag, asked here", "void M(Contact c) { var with = false; if (with) Mailer.Send(c.Email); }")]
    [InlineData("place", "void M(Contact c) { var a = new[] { c.Email, c.Name }; var at = 1; Mailer.Send(a[at]); }")]
    [InlineData("place of an array that is written", "void M(Contact c) { var a = new[] { \"\", \"\" }; var at = 1; a[at] = c.Email; Mailer.Send(a[0]); }")]
    [InlineData("key", "void M(Contact c) { var d = new Dictionary<string, string> { [\"a\"] = c.Email, [\"b\"] = c.Name }; var key = \"b\"; Mailer.Send(d[key]); }")]
    [InlineData("in a lambda", "void M(Contact c) { var with = false; Func<string> f = () => with ? c.Email : c.Name; Mailer.Send(f()); }")]
    [InlineData("in a local function", "void M(Contact c) { const int At = 0; var at = At + 1; var a = new[] { c.Email, c.Name }; Mailer.Send(L()); string L() => a[at]; }")]
    [InlineData("handed on by value", "void M(Contact c) { var at = 1; Console.WriteLine(at); var a = new[] { c.Email, c.Name }; Mailer.Send(a[at]); }")]
    [InlineData("rest", "void M(Contact c) { var n = 3; var a = new[] { c.Email, c.Name }; Mailer.Send(a[n % 2]); }")]
    [InlineData("sum of what is handed in", "void M(Contact c) => Mailer.Send(H(c, 0)); string H(Contact c, int n) => n + 1 > 2 ? c.Email : c.Name;")]
    [InlineData("place that a caller says", "void M(Contact c) => Mailer.Send(H(c, 3)); string H(Contact c, int n) { var a = new[] { c.Email, c.Name }; return a[n % 2]; }")]
    public Task WhatTheConstantExcludes_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("flag that is true", "void M(Contact c) { var with = true; Mailer.Send({|ECRM2002:H|}(c, with)); }" + Line)]
    [InlineData("flag that is set", "void M(Contact c, bool f) { var with = false; if (f) with = true; Mailer.Send({|ECRM2002:H|}(c, with)); }" + Line)]
    [InlineData("that place", "void M(Contact c) { var a = new[] { c.Email, c.Name }; var at = 0; Mailer.Send({|ECRM2002:a[at]|}); }")]
    [InlineData("counted", "void M(Contact c) { var a = new[] { c.Name, c.Email }; var at = 0; at++; Mailer.Send({|ECRM2002:a[at]|}); }")]
    [InlineData("loop", "void M(Contact c) { var a = new[] { c.Name, c.Email }; for (var at = 0; at < 2; at++) Mailer.Send({|ECRM2002:a[at]|}); }")]
    [InlineData("compound", "void M(Contact c) { var a = new[] { c.Name, c.Email }; var at = 0; at += 1; Mailer.Send({|ECRM2002:a[at]|}); }")]
    [InlineData("by reference", "static void Set(ref int n) => n = 1; void M(Contact c) { var a = new[] { c.Name, c.Email }; var at = 0; Set(ref at); Mailer.Send({|ECRM2002:a[at]|}); }")]
    [InlineData("out", "void M(Contact c) { var a = new[] { c.Name, c.Email }; var at = 0; int.TryParse(\"1\", out at); Mailer.Send({|ECRM2002:a[at]|}); }")]
    [InlineData("by another name", "void M(Contact c) { var a = new[] { c.Name, c.Email }; var at = 0; ref var r = ref at; r = 1; Mailer.Send({|ECRM2002:a[at]|}); }")]
    [InlineData("by one of two names", "void M(Contact c, bool f) { var a = new[] { c.Name, c.Email }; int at = 0, b = 0; ref var r = ref (f ? ref at : ref b); r = 1; Mailer.Send({|ECRM2002:a[at]|}); }")]
    [InlineData("in a tuple", "void M(Contact c) { var a = new[] { c.Name, c.Email }; var at = 0; (at, _) = (1, 2); Mailer.Send({|ECRM2002:a[at]|}); }")]
    [InlineData("by a lambda", "void M(Contact c) { var a = new[] { c.Name, c.Email }; var at = 0; Action f = () => at = 1; f(); Mailer.Send({|ECRM2002:a[at]|}); }")]
    [InlineData("by a local function", "void M(Contact c) { var a = new[] { c.Name, c.Email }; var at = 0; F(); Mailer.Send({|ECRM2002:a[at]|}); void F() => at = 1; }")]
    [InlineData("by an extension", "void M(Contact c) { var a = new[] { c.Name, c.Email }; var at = 0; at.Turn(); Mailer.Send({|ECRM2002:a[at]|}); }", "public static class Turns { public static void Turn(this ref int n) => n = 1; }")]
    [InlineData("by a pointer", "unsafe void M(Contact c) { var a = new[] { c.Name, c.Email }; var at = 0; int* p = &at; *p = 1; Mailer.Send({|ECRM2002:a[at]|}); }")]
    [InlineData("by a read-only reference", "void M(Contact c) { var a = new[] { c.Name, c.Email }; var at = 0; System.Runtime.CompilerServices.Unsafe.AsRef(in at) = 1; Mailer.Send({|ECRM2002:a[at]|}); }")]
    [InlineData("exchanged", "void M(Contact c) { var a = new[] { c.Name, c.Email }; var at = 0; System.Threading.Interlocked.Increment(ref at); Mailer.Send({|ECRM2002:a[at]|}); }")]
    [InlineData("text that is filled", "void M(Contact c) { var d = new Dictionary<string, string> { [\"a\"] = c.Name, [\"b\"] = c.Email }; string? key = \"a\"; key = null; key ??= \"b\"; Mailer.Send({|ECRM2002:d[key]|}); }")]
    [InlineData("sum that is cut", "void M(Contact c) => Mailer.Send({|ECRM2002:H|}(c, int.MaxValue)); string H(Contact c, int n) => n + 1 > 2 ? c.Name : c.Email;")]
    [InlineData("sum that is enough", "void M(Contact c) => Mailer.Send({|ECRM2002:H|}(c, 2)); string H(Contact c, int n) => n + 1 > 2 ? c.Email : c.Name;")]
    public Task WhatMayBeAnotherOne_IsReported(string form, string members, string types = "") => Flow.VerifyAsync(form, members, types: types);
}
