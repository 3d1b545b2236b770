namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2002 through lambdas and methods that are handed over as functions: what they are called with, yield, leave in objects and throw.</summary>
public sealed class FunctionFlowTests
{
    [Theory]
    [InlineData("object that a lambda makes", "void M(Contact[] cs) { foreach (var y in cs.Select(x => new { x.Email, x.Name })) Mailer.Send(y.{|ECRM2002:Email|}); }")]
    [InlineData("record that a lambda makes", "void M(Contact[] cs) { var l = cs.Select(x => new Pair(x.Email, x.Name)).ToList(); Mailer.Send(l[0].{|ECRM2002:First|}); }")]
    [InlineData("tuple that a lambda makes", "void M(Contact[] cs) { foreach (var (a, b) in cs.Select(x => (x.Email, x.Name))) Mailer.Send({|ECRM2002:a|}); }")]
    [InlineData("object that a method makes for a lambda", "static Pair F(Contact x) => new(x.Email, x.Name); void M(Contact[] cs) { foreach (var y in cs.Select(x => F(x))) Mailer.Send(y.{|ECRM2002:First|}); }")]
    [InlineData("collections that a lambda makes", "void M(Contact[] cs) { foreach (var y in cs.SelectMany(x => new[] { x.Email })) Mailer.Send({|ECRM2002:y|}); }")]
    [InlineData("let", "void M(Contact[] cs) { var q = from x in cs let d = x.Email.ToUpper() orderby d select d; foreach (var y in q) Mailer.Send({|ECRM2002:y|}); }")]
    [InlineData("join", "void M(Contact[] cs, Box[] bs) { var q = from x in cs join b in bs on x.Name equals b.Text select new { x.Email, b.Other }; foreach (var y in q) Mailer.Send(y.{|ECRM2002:Email|}); }")]
    [InlineData("object that a lambda writes", "void M(Contact c) { var b = new Box(); Action a = () => b.Text = c.Email; a(); Mailer.Send(b.{|ECRM2002:Text|}); }")]
    [InlineData("list that a lambda fills", "void M(Contact[] cs) { var l = new List<string>(); Array.ForEach(cs, x => l.Add(x.Email)); Mailer.Send({|ECRM2002:l[0]|}); }")]
    [InlineData("list that a method fills for a lambda", "static void Put(List<string> l, Contact c) => l.Add(c.Email); void M(Contact[] cs) { var l = new List<string>(); Array.ForEach(cs, x => Put(l, x)); Mailer.Send({|ECRM2002:l[0]|}); }")]
    [InlineData("object that a delegate yields", "void M(Contact c) { Func<Box> f = () => new Box { Text = c.Email }; Mailer.Send(f().{|ECRM2002:Text|}); }")]
    [InlineData("object that a delegate yields in a helper", "static T Run<T>(Func<T> f) => f(); void M(Contact c) => Mailer.Send(Run(() => new Box { Text = c.Email }).{|ECRM2002:Text|});")]
    [InlineData("lambda beside a primary constructor", "class K(string s) { public readonly Func<string> F = () => \"\"; public string S => s; } void M(Contact c) => Mailer.Send(new K(c.Email).{|ECRM2002:S|});")]
    [InlineData("lambda that calls a local function", "void M(Contact c) { var b = new Box(); Action a = () => L(); a(); Mailer.Send(b.{|ECRM2002:Text|}); void L() => b.Text = c.Email; }")]
    [InlineData("local function that writes an object", "void M(Contact c) { var b = new Box(); L(); Mailer.Send(b.{|ECRM2002:Text|}); void L() => b.Text = c.Email; }")]
    [InlineData("exception of a lambda", "class X : Exception { public string? P; } void M(Contact[] cs) { try { Array.ForEach(cs, c => throw new X { P = c.Email }); } catch (X x) { Mailer.Send(x.{|ECRM2002:P|}); } }")]
    [InlineData("method in place of a lambda", "void M(Contact c) { var l = new List<string> { c.Email }; l.ForEach(Mailer.{|ECRM2002:Send|}); }")]
    [InlineData("method that yields in place of a lambda", "void M(Contact c) { var l = new List<string> { c.Email }; _ = l.Select(Mailer.{|ECRM2002:Echo|}).ToList(); }")]
    [InlineData("method of a helper in place of a lambda", "static void F(string s) => Mailer.Send({|ECRM2002:s|}); void M(Contact c) => new List<string> { c.Email }.ForEach(F);")]
    [InlineData("object that a method in place of a lambda makes", "static Pair F(Contact x) => new(x.Email, x.Name); void M(Contact[] cs) { foreach (var y in cs.Select(F)) Mailer.Send(y.{|ECRM2002:First|}); }")]
    [InlineData("method of an object", "void M(Contact c) { var l = new List<string>(); new List<string> { c.Email }.ForEach(l.Add); var k = new Kept { V = c.Email }; Func<string> f = k.Get; Mailer.Send({|ECRM2002:f|}()); } class Kept { public string V = \"\"; public string Get() => V; }")]
    [InlineData("local function in place of a lambda", "void M(Contact c) { new List<string> { c.Email }.ForEach(F); void F(string s) => Mailer.Send({|ECRM2002:s|}); }")]
    [InlineData("method of the framework in place of a lambda", "void M(Contact c) { foreach (var s in new List<string> { c.Email }.Select(string.Intern)) Mailer.Send({|ECRM2002:s|}); }")]
    [InlineData("console in place of a lambda", "void M(Contact c) => new List<string> { c.Email }.ForEach(Console.{|ECRM3002:WriteLine|});")]
    public Task Function_IsFollowed(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("other part of what a lambda makes", "void M(Contact[] cs) { foreach (var y in cs.Select(x => new { x.Email, x.Name })) Mailer.Send(y.Name); }")]
    [InlineData("other half of what a lambda makes", "void M(Contact[] cs) { foreach (var (a, b) in cs.Select(x => (x.Email, x.Name))) Mailer.Send(b); }")]
    [InlineData("other part that a lambda writes", "void M(Contact c) { var b = new Box(); Action a = () => b.Text = c.Email; a(); Mailer.Send(b.Other); }")]
    [InlineData("overwritten before the lambda is there", "void M(Contact c) { var b = new Box { Text = c.Email }; b.Text = \"\"; Action a = () => GC.KeepAlive(b.Text); Mailer.Send(b.Text); }")]
    [InlineData("other object than the one that a lambda writes", "void M(Contact c) { var b = new Box(); var d = new Box(); Action a = () => b.Text = c.Email; a(); Mailer.Send(d.Text); }")]
    [InlineData("other part of what a delegate yields", "void M(Contact c) { Func<Box> f = () => new Box { Text = c.Email }; Mailer.Send(f().Other); }")]
    [InlineData("other exception", "class X : Exception { public string? P; } class Y : Exception { public string? P; } void M(Contact[] cs) { try { Array.ForEach(cs, c => throw new X { P = c.Email }); } catch (Y y) { Mailer.Send(y.P); } }")]
    [InlineData("method that gets another value", "void M(Contact c) { GC.KeepAlive(c.Email); new List<string> { c.Name }.ForEach(Mailer.Send); }")]
    [InlineData("method that ignores what it gets", "static string F(string s) => \"\"; void M(Contact c) { foreach (var s in new List<string> { c.Email }.Select(F)) Mailer.Send(s); }")]
    [InlineData("method that anonymises", "[Anonymizes(\"x\")] static int L(string s) => s.Length; void M(Contact c) { foreach (var n in new List<string> { c.Email }.Select(L)) Mailer.Send(n); }")]
    [InlineData("method of another object", "class Kept { public string V = \"\"; public string Get() => V; } void M(Contact c) { var k = new Kept { V = c.Email }; var m = new Kept(); Func<string> f = m.Get; Mailer.Send(f()); GC.KeepAlive(k); }")]
    public Task WhatAFunctionDoesNotDo_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);
}
