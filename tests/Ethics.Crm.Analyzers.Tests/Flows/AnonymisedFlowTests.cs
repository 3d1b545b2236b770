namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2002 behind methods that anonymise: what they return carries no label, nor does what they have put into it; all else keeps its own.</summary>
public sealed class AnonymisedFlowTests
{
    [Theory]
    [InlineData("bytes, as a text", "[Anonymizes(\"many people\")] static byte[] Hash(string s) => System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(s)); void M(Contact c) { var h = Hash(c.Email); Mailer.Send(Convert.ToHexString(h)); }")]
    [InlineData("bytes", "[Anonymizes(\"many people\")] static byte[] Hash(string s) => System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(s)); void M(Contact c) { var h = Hash(c.Email); Mailer.Send(h[0]); }")]
    [InlineData("task", "[Anonymizes(\"many people\")] static async Task<string> A(string s) { await Task.Yield(); return s; } async Task M(Contact c) { Mailer.Send(await A(c.Email)); }")]
    [InlineData("list", "[Anonymizes(\"many people\")] static List<string> A(string s) => new() { s }; void M(Contact c) { Mailer.Send(A(c.Email)[0]); }")]
    [InlineData("record", "[Anonymizes(\"many people\")] static Pair A(string s) => new(s, s); void M(Contact c) { Mailer.Send(A(c.Email).First); }")]
    [InlineData("tuple", "[Anonymizes(\"many people\")] static (string X, int N) A(string s) => (s, s.Length); void M(Contact c) { Mailer.Send(A(c.Email).X); }")]
    [InlineData("sequence", "[Anonymizes(\"many people\")] static IEnumerable<string> A(string s) { yield return s; } void M(Contact c) { foreach (var x in A(c.Email)) Mailer.Send(x); }")]
    [InlineData("sequence of a sequence", "[Anonymizes(\"many people\")] static IEnumerable<string> A(IEnumerable<string> s) => s.Select(x => x[..1]); void M(Contact c) { foreach (var x in A(new[] { c.Email })) Mailer.Send(x); }")]
    [InlineData("dictionary", "[Anonymizes(\"many people\")] static Dictionary<string,int> A(IEnumerable<Contact> s) => s.GroupBy(x => x.Email).ToDictionary(g => g.Key, g => g.Count()); void M(Contact[] c) { foreach (var (k, v) in A(c)) Mailer.Send(k); }")]
    [InlineData("record, said by the interface", "interface I { [Anonymizes(\"many people\")] Pair A(string s); } class X : I { public Pair A(string s) => new(s, s); } void M(Contact c, I i) { Mailer.Send(i.A(c.Email).First); }")]
    [InlineData("text, said by the interface", "interface I { [Anonymizes(\"many people\")] string A(string s); } class X : I { public string A(string s) => s; } void M(Contact c, I i) { Mailer.Send(i.A(c.Email)); }")]
    [InlineData("record, by a delegate", "[Anonymizes(\"many people\")] static Pair A(string s) => new(s, s); void M(Contact c) { Func<string, Pair> f = A; Mailer.Send(f(c.Email).First); }")]
    [InlineData("object that is cleaned and handed back", "[Anonymizes(\"many people\")] static Box A(Box b) { b.Text = b.Text + \"x\"; return b; } void M(Contact c) { Mailer.Send(A(new Box { Text = c.Email }).Text); }")]
    [InlineData("object in an object", "class W { public Box B = new(); } [Anonymizes(\"many people\")] static W A(string s) => new W { B = new Box { Text = s } }; void M(Contact c) { Mailer.Send(A(c.Email).B.Text); }")]
    [InlineData("record of a helper", "static Pair K(string s) => new(s, s); [Anonymizes(\"many people\")] static Pair A(string s) => K(s); void M(Contact c) { Mailer.Send(A(c.Email).First); }")]
    [InlineData("getter", "class K(string s) { public Pair P { [Anonymizes(\"many people\")] get => new(s, s); } } void M(Contact c) { Mailer.Send(new K(c.Email).P.First); }")]
    [InlineData("local function", "void M(Contact c) { Mailer.Send(A(c.Email).First); [Anonymizes(\"many people\")] static Pair A(string s) => new(s, s); }")]
    [InlineData("parameter that is cleaned and handed back", "[Anonymizes(\"many people\")] static Box A(Box b) { b.Text = \"x\" + b.Text; return b; } string? H(Box b) { return A(b).Text; } void M(Contact c) { var b = new Box { Text = c.Email }; Mailer.Send(H(b)); }")]
    [InlineData("task of a list", "[Anonymizes(\"many people\")] static async Task<List<string>> A(string s) { await Task.Yield(); return new() { s }; } async Task M(Contact c) { Mailer.Send((await A(c.Email))[0]); }")]
    [InlineData("asynchronous sequence", "[Anonymizes(\"many people\")] static async IAsyncEnumerable<string> A(string s) { await Task.Yield(); yield return s; } async Task M(Contact c) { await foreach (var x in A(c.Email)) Mailer.Send(x); }")]
    [InlineData("record, said by the base", "abstract class K { [Anonymizes(\"many people\")] public abstract Pair A(string s); } class L : K { public override Pair A(string s) => new(s, s); } void M(Contact c, K k) => Mailer.Send(k.A(c.Email).First);")]
    [InlineData("generic", "[Anonymizes(\"many people\")] static T A<T>(T one) => one; void M(Contact c) => Mailer.Send(A(c.Email));")]
    public Task ResultOfAnAnonymiser_CarriesNoLabel(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("what is handed out beside it", "[Anonymizes(\"many people\")] static bool A(string s, out string t) { t = s; return true; } void M(Contact c) { A(c.Email, out var t); Mailer.Send({|ECRM2002:t|}); }")]
    [InlineData("result that is written, in a loop", "[Anonymizes(\"many people\")] static Box A(string s) => new Box { Text = s }; void M(Contact[] cs) { var l = new List<Box>(); foreach (var c in cs) { var b = A(c.Email); b.Text = c.Email; l.Add(b); } foreach (var b in l) Mailer.Send(b.{|ECRM2002:Text|}); }")]
    [InlineData("result that is written", "[Anonymizes(\"many people\")] static Box A(string s) => new Box { Text = s }; void M(Contact c) { var b = A(c.Email); b.Text = c.Email; Mailer.Send(b.{|ECRM2002:Text|}); }")]
    [InlineData("object that was handed in", "[Anonymizes(\"many people\")] static Box A(Box o, string s) { o.Text = s; return new Box { Text = s }; } void M(Contact c) { var o = new Box(); A(o, c.Email); Mailer.Send(o.{|ECRM2002:Text|}); }")]
    [InlineData("what lay in the object before", "[Anonymizes(\"many people\")] static Box A(Box o) => o; void M(Contact c) { var o = new Box { Text = c.Email }; A(o); Mailer.Send(o.{|ECRM2002:Text|}); }")]
    [InlineData("what lay in the result before", "[Anonymizes(\"many people\")] static Box A(Box o) => o; void M(Contact c) { var o = new Box { Text = c.Email }; Mailer.Send(A(o).{|ECRM2002:Text|}); }")]
    [InlineData("function that it is handed and hands back", "[Anonymizes(\"many people\")] static Action<string> A(Action<string> f, string s) { f(s); return f; } void M(Contact c) { A(s => Mailer.Send({|ECRM2002:s|}), c.Email); }")]
    [InlineData("what lay in a parameter before", "[Anonymizes(\"many people\")] static Box A(Box b) { b.Other = \"x\"; return b; } string? H(Box b) { return A(b).Text; } void M(Contact c) { var b = new Box { Text = c.Email }; Mailer.Send({|ECRM2002:H|}(b)); }")]
    [InlineData("list to which more is added", "[Anonymizes(\"many people\")] static List<string> A(string s) => new() { s }; void M(Contact c) { var l = A(c.Email); l.Add(c.Email); Mailer.Send(l[0]); Mailer.Send({|ECRM2002:l[1]|}); }")]
    [InlineData("list to which more is added, in a loop", "[Anonymizes(\"many people\")] static List<string> A(string s) => new() { s }; void M(Contact[] cs) { List<string>? keep = null; foreach (var c in cs) { var l = A(c.Email); if (keep != null) Mailer.Send({|ECRM2002:keep[1]|}); keep = l; l.Add(c.Email); } }")]
    public Task WhatAnAnonymiserDoesNotReturn_KeepsItsLabel(string form, string members) => Flow.VerifyAsync(form, members);
}
