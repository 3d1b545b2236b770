namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2002 where a constant decides a method or more behind the call that says it, or in a method that calls itself.</summary>
public sealed class HandedOnConstantTests
{
    private const string Line = " string H(Contact c, bool with) => with ? c.Email : c.Name;";
    private const string One = " interface I { string Of(Contact c, bool with); } class X : I { public string Of(Contact c, bool with) => with ? c.Email : c.Name; }";
    private const string Wrapped = " readonly Dictionary<string, string> d = new(); void Put(string k, string v) => PutIn(k, v); string Get(string k) => GetOut(k); void PutIn(string k, string v) => d[k] = v; string GetOut(string k) => d[k];";
    private const string Made = " class X { public string T; public X(Contact c) : this(c, false) { } public X(Contact c, bool with) { T = with ? c.Email : c.Name; } }";
    private const string Later = " async Task<string> G(Contact c, bool with) { await Task.Yield(); return await L(c, with); } async Task<string> L(Contact c, bool with) { await Task.Yield(); return with ? c.Email : c.Name; }";
    private const string Elements = " IEnumerable<string> G(Contact c, bool with) => E(c, with); IEnumerable<string> E(Contact c, bool with) { if (with) yield return c.Email; yield return c.Name; }";
    private const string Tree = " string T(Node n, bool full) { var s = full ? n.Of.Email : n.Of.Name; foreach (var k in n.Kids) s += T(k, full); return s; } class Node { public Contact Of = new(); public List<Node> Kids = new(); }";

    [Theory]
    [InlineData("through two", "void M(Contact c) => Mailer.Send(G(c, false)); string G(Contact c, bool with) => H(c, with);" + Line)]
    [InlineData("through four", "void M(Contact c) => Mailer.Send(E(c, false)); string E(Contact c, bool with) => F(c, with); string F(Contact c, bool with) => G(c, with); string G(Contact c, bool with) => H(c, with);" + Line)]
    [InlineData("another caller without", "void M(Contact c) { Mailer.Send(G(c, false)); GC.KeepAlive(G(c, true)); } string G(Contact c, bool with) => H(c, with);" + Line)]
    [InlineData("by default", "void M(Contact c) => Mailer.Send(G(c)); string G(Contact c, bool with = false) => H(c, with);" + Line)]
    [InlineData("in a variable", "void M(Contact c) { var with = false; Mailer.Send(G(c, with)); } string G(Contact c, bool with) => H(c, with);" + Line)]
    [InlineData("turned round", "void M(Contact c) => Mailer.Send(G(c, true)); string G(Contact c, bool without) => H(c, !without);" + Line)]
    [InlineData("kind", "void M(Contact c) => Mailer.Send(G(c, DayOfWeek.Monday)); string G(Contact c, DayOfWeek d) => K(c, d); string K(Contact c, DayOfWeek d) => d == DayOfWeek.Friday ? c.Email : c.Name;")]
    [InlineData("null", "void M(Contact c) => Mailer.Send(G(c, null)); string G(Contact c, string? x) => N(c, x); string N(Contact c, string? x) => x != null ? c.Email : c.Name;")]
    [InlineData("other key", "void M(Contact c) { Put(\"a\", c.Email); Mailer.Send(Get(\"b\")); }" + Wrapped)]
    [InlineData("in a lambda", "void M(Contact c) => Mailer.Send(G(c, false)); string G(Contact c, bool with) { Func<string> f = () => H(c, with); return f(); }" + Line)]
    [InlineData("through an interface", "void M(Contact c) => Mailer.Send(G(new X(), c, false)); string G(I i, Contact c, bool with) => i.Of(c, with);" + One)]
    [InlineData("through constructors", "void M(Contact c) => Mailer.Send(new X(c).T);" + Made)]
    [InlineData("awaited", "async Task M(Contact c) => Mailer.Send(await G(c, false));" + Later)]
    [InlineData("elements", "void M(Contact c) { foreach (var s in G(c, false)) Mailer.Send(s); }" + Elements)]
    [InlineData("used behind two", "void M(Contact c) => G(c.Email, false); void G(string s, bool with) => U(s, with); void U(string s, bool with) { if (with) Mailer.Send(s); }")]
    [InlineData("recursion", "void M(Contact c) => Mailer.Send(R(c, false)); string R(Contact c, bool with) => with ? c.Email : c.Name.Length > 3 ? c.Name : R(c, false);")]
    [InlineData("recursion that hands it on", "void M(Contact c, int k) => Mailer.Send(R(c, false, k)); string R(Contact c, bool with, int n) => n == 0 ? (with ? c.Email : c.Name) : R(c, with, n - 1);")]
    [InlineData("recursion that writes", "void M(Contact c, int k) { var b = new Box(); R(b, c, false, k); Mailer.Send(b.Text); } void R(Box b, Contact c, bool with, int n) { if (with) b.Text = c.Email; if (n > 0) R(b, c, with, n - 1); }")]
    [InlineData("recursion that changes two over", "void M(Contact c, int k) => Mailer.Send(R(c, true, true, k)); string R(Contact c, bool a, bool b, int n) => a && !b ? c.Email : n == 0 ? c.Name : R(c, b, a, n - 1);")]
    [InlineData("recursion that counts down", "void M(Contact c) => Mailer.Send(R(c, 2)); string R(Contact c, int n) => n > 5 ? c.Email : n <= 0 ? c.Name : R(c, n - 1);")]
    [InlineData("tree", "void M(Node n) => Mailer.Send(T(n, false));" + Tree)]
    public Task WhatTheConstantExcludes_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("through two", "void M(Contact c) => Mailer.Send({|ECRM2002:G|}(c, true)); string G(Contact c, bool with) => H(c, with);" + Line)]
    [InlineData("through four", "void M(Contact c) => Mailer.Send({|ECRM2002:E|}(c, true)); string E(Contact c, bool with) => F(c, with); string F(Contact c, bool with) => G(c, with); string G(Contact c, bool with) => H(c, with);" + Line)]
    [InlineData("no constant", "void M(Contact c, bool with) => Mailer.Send({|ECRM2002:G|}(c, with)); string G(Contact c, bool with) => H(c, with);" + Line)]
    [InlineData("by default", "void M(Contact c) => Mailer.Send({|ECRM2002:G|}(c)); string G(Contact c, bool with = true) => H(c, with);" + Line)]
    [InlineData("turned round", "void M(Contact c) => Mailer.Send({|ECRM2002:G|}(c, false)); string G(Contact c, bool without) => H(c, !without);" + Line)]
    [InlineData("set on the way", "void M(Contact c) => Mailer.Send({|ECRM2002:G|}(c, false)); string G(Contact c, bool with) { if (c.Id > 3) with = true; return H(c, with); }" + Line)]
    [InlineData("set by reference", "void M(Contact c) => Mailer.Send({|ECRM2002:G|}(c, false)); string G(Contact c, bool with) { Set(ref with); return H(c, with); } void Set(ref bool b) => b = true;" + Line)]
    [InlineData("set by a lambda", "void M(Contact c) => Mailer.Send({|ECRM2002:G|}(c, false)); string G(Contact c, bool with) { Action set = () => with = true; set(); return H(c, with); }" + Line)]
    [InlineData("asked twice and handed on", "void M(Contact c, bool w) => Mailer.Send({|ECRM2002:G|}(c, w)); string G(Contact c, bool with) { if (with) Console.WriteLine(1); if (with) Console.WriteLine(2); return H(c, with); }" + Line)]
    [InlineData("kind", "void M(Contact c) => Mailer.Send({|ECRM2002:G|}(c, DayOfWeek.Friday)); string G(Contact c, DayOfWeek d) => K(c, d); string K(Contact c, DayOfWeek d) => d == DayOfWeek.Friday ? c.Email : c.Name;")]
    [InlineData("not null", "void M(Contact c) => Mailer.Send({|ECRM2002:G|}(c, \"\")); string G(Contact c, string? x) => N(c, x); string N(Contact c, string? x) => x != null ? c.Email : c.Name;")]
    [InlineData("that key", "void M(Contact c) { Put(\"a\", c.Email); Mailer.Send({|ECRM2002:Get|}(\"a\")); }" + Wrapped)]
    [InlineData("in a lambda", "void M(Contact c) => Mailer.Send({|ECRM2002:G|}(c, true)); string G(Contact c, bool with) { Func<string> f = () => H(c, with); return f(); }" + Line)]
    [InlineData("through an interface", "void M(Contact c) => Mailer.Send({|ECRM2002:G|}(new X(), c, true)); string G(I i, Contact c, bool with) => i.Of(c, with);" + One)]
    [InlineData("through constructors", "void M(Contact c) => Mailer.Send(new X(c, true).{|ECRM2002:T|});" + Made)]
    [InlineData("awaited", "async Task M(Contact c) => Mailer.Send({|ECRM2002:await G(c, true)|});" + Later)]
    [InlineData("elements", "void M(Contact c) { foreach (var s in G(c, true)) Mailer.Send({|ECRM2002:s|}); }" + Elements)]
    [InlineData("used behind two", "void M(Contact c) => G(c.Email, true); void G(string s, bool with) => U(s, with); void U(string s, bool with) { if (with) Mailer.Send({|ECRM2002:s|}); }")]
    [InlineData("recursion that hands it on", "void M(Contact c, int k) => Mailer.Send({|ECRM2002:R|}(c, true, k)); string R(Contact c, bool with, int n) => n == 0 ? (with ? c.Email : c.Name) : R(c, with, n - 1);")]
    [InlineData("recursion that turns it round", "void M(Contact c, int k) => Mailer.Send({|ECRM2002:R|}(c, false, k)); string R(Contact c, bool with, int n) => n == 0 ? c.Name : with ? c.Email : R(c, !with, n - 1);")]
    [InlineData("recursion that writes and turns it round", "void M(Contact c, int k) { var b = new Box(); R(b, c, false, k); Mailer.Send(b.{|ECRM2002:Text|}); } void R(Box b, Contact c, bool with, int n) { if (with) b.Text = c.Email; if (n > 0) R(b, c, !with, n - 1); }")]
    [InlineData("recursion that gathers", "void M(Contact c, int k) => Mailer.Send({|ECRM2002:R|}(c, \"\", false, k)); string R(Contact c, string s, bool a, int n) { if (n == 0) return s; return R(c, s + (a ? c.Email : c.Name), !a, n - 1); }")]
    [InlineData("recursion in three steps", "void M(Contact c, int k) => Mailer.Send({|ECRM2002:R|}(c, DayOfWeek.Monday, k)); string R(Contact c, DayOfWeek d, int n) => d == DayOfWeek.Friday ? c.Email : n == 0 ? c.Name : R(c, d == DayOfWeek.Monday ? DayOfWeek.Tuesday : DayOfWeek.Friday, n - 1);")]
    [InlineData("recursion that changes two over", "void M(Contact c, int k) => Mailer.Send({|ECRM2002:R|}(c, false, true, k)); string R(Contact c, bool a, bool b, int n) => a && !b ? c.Email : n == 0 ? c.Name : R(c, b, a, n - 1);")]
    [InlineData("recursion that counts down", "void M(Contact c) => Mailer.Send({|ECRM2002:R|}(c, 7)); string R(Contact c, int n) => n == 6 ? c.Email : n <= 0 ? c.Name : R(c, n - 1);")]
    [InlineData("recursion that counts up", "void M(Contact c) => Mailer.Send({|ECRM2002:R|}(c, 2)); string R(Contact c, int n) => n > 5000 ? c.Email : n <= 0 ? c.Name : R(c, n + 1);")]
    [InlineData("recursion in a lambda", "void M(Contact c, int k) => Mailer.Send({|ECRM2002:R|}(c, false, k)); string R(Contact c, bool a, int n) { if (a) return c.Email; if (n == 0) return c.Name; Func<string> f = () => R(c, !a, n - 1); return f(); }")]
    [InlineData("recursion by way of another", "void M(Contact c, int k) => Mailer.Send({|ECRM2002:R|}(c, false, k)); string R(Contact c, bool a, int n) => a ? c.Email : n == 0 ? c.Name : S(c, n); string S(Contact c, int n) => R(c, true, n - 1);")]
    [InlineData("tree, true below", "void M(Node n) => Mailer.Send({|ECRM2002:T|}(n, false)); string T(Node n, bool full) { var s = full ? n.Of.Email : n.Of.Name; foreach (var k in n.Kids) s += T(k, true); return s; } class Node { public Contact Of = new(); public List<Node> Kids = new(); }")]
    public Task WhatTheConstantLetsThrough_IsReported(string form, string members) => Flow.VerifyAsync(form, members);
}
