namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2002 through members of the framework of which the engine knows what they do, and operators.</summary>
public sealed class LibraryFlowTests
{
    [Theory]
    [InlineData("builder in a text", "void M(Contact c) { var b = new StringBuilder(); b.Append(c.Email); Mailer.Send({|ECRM2002:$\"x{b}\"|}); }")]
    [InlineData("builder beside a text", "void M(Contact c) { var b = new StringBuilder(c.Email); Mailer.Send({|ECRM2002:\"x\" + b|}); }")]
    [InlineData("builder on the console", "void M(Contact c) { var b = new StringBuilder(); b.Append(c.Email); Console.WriteLine({|ECRM3002:b|}); }")]
    [InlineData("length of a builder", "void M(Contact c) { var b = new StringBuilder(c.Email); Mailer.Send(b.{|ECRM2002:Length|}); }")]
    [InlineData("comparison of tuples", "void M(Contact c) => Mailer.Send({|ECRM2002:(c.Email, 1) == (\"x\", 1)|});")]
    [InlineData("comparison of records", "void M(Contact c) => Mailer.Send({|ECRM2002:new Pair(c.Email, \"\") == new Pair(\"x\", \"\")|});")]
    [InlineData("nullable value", "void M(Contact c) { int? n = c.Email.Length; Mailer.Send(n.{|ECRM2002:Value|}); }")]
    [InlineData("lifted operator", "struct V { public int A; public static V operator +(V a, V b) => a; } void M(Contact c) { V? v = new V { A = c.Email.Length }; var w = v + new V(); Mailer.Send(w!.Value.{|ECRM2002:A|}); }")]
    [InlineData("increment that keeps", "class V { public string A = \"\"; public static V operator ++(V a) => new V { A = a.A + \"x\" }; } void M(Contact c) { var v = new V { A = c.Email }; v++; Mailer.Send(v.{|ECRM2002:A|}); }")]
    [InlineData("increment of the object itself", "class V { public string A = \"\"; public string B = \"\"; public void operator ++() { B = A; } } void M(Contact c) { var v = new V { A = c.Email }; v++; Mailer.Send(v.{|ECRM2002:B|}); }")]
    [InlineData("before the increment", "class V { public string A = \"\"; public static V operator ++(V a) => new V(); } void M(Contact c) { var v = new V { A = c.Email }; var w = v++; Mailer.Send(w.{|ECRM2002:A|}); }")]
    [InlineData("simple value under a labelled key", "void M(Dictionary<string, int> d, Contact c) { if (d.TryGetValue(c.Email, out var n)) Mailer.Send({|ECRM2002:n|}); }")]
    [InlineData("list as a span", "void M(Contact c) { var l = new List<string> { \"\" }; System.Runtime.InteropServices.CollectionsMarshal.AsSpan(l)[0] = c.Email; Mailer.Send({|ECRM2002:l[0]|}); }")]
    [InlineData("inline array as a span", "[System.Runtime.CompilerServices.InlineArray(4)] struct Buf { string e; } void M(Contact c) { var b = new Buf(); Span<string> s = b; s[0] = c.Email; Mailer.Send({|ECRM2002:b[0]|}); }")]
    [InlineData("copy of bytes", "void M(Contact c) { var s = Encoding.UTF8.GetBytes(c.Email); var t = new byte[9]; Buffer.BlockCopy(s, 0, t, 0, 3); Mailer.Send({|ECRM2002:t[0]|}); }")]
    [InlineData("immutable list", "void M(Contact c) { var s = System.Collections.Immutable.ImmutableList<string>.Empty.Add(c.Email).Add(\"x\"); Mailer.Send({|ECRM2002:s[0]|}); }")]
    [InlineData("key of a dictionary that is made of a list", "void M(Contact[] cs) { var d = cs.ToDictionary(x => x.Email, x => x.Name); foreach (var p in d) Mailer.Send(p.{|ECRM2002:Key|}); }")]
    [InlineData("part of a value of such a dictionary", "void M(Contact[] cs) { var d = cs.ToDictionary(x => x.Name, x => new Pair(x.Email, \"\")); Mailer.Send(d[\"a\"].{|ECRM2002:First|}); }")]
    [InlineData("part of what a task yields", "async Task M(Contact c) { var b = await Task.Run(() => new Box { Text = c.Email }).ConfigureAwait(false); Mailer.Send(b.{|ECRM2002:Text|}); }")]
    [InlineData("part of what is made late", "void M(Contact c) { var l = new Lazy<Box>(() => new Box { Text = c.Email }); Mailer.Send(l.Value.{|ECRM2002:Text|}); }")]
    [InlineData("channel", "async Task M(Contact c) { var t = System.Threading.Channels.Channel.CreateUnbounded<string>(); await t.Writer.WriteAsync(c.Email); Mailer.Send({|ECRM2002:await t.Reader.ReadAsync()|}); }")]
    public Task Value_IsFollowed(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("builder that is cleared on the way", "void M(Contact c) { var b = new StringBuilder(); b.Append(c.Email).Clear().Append(\"x\"); Mailer.Send(b.ToString()); }")]
    [InlineData("builder that is cleared", "void M(Contact c) { var b = new StringBuilder(); b.Append(c.Email); b.Clear(); b.Append(\"x\"); Mailer.Send(b.ToString()); }")]
    [InlineData("other builder", "void M(Contact c) { var b = new StringBuilder(); var d = new StringBuilder(c.Email); GC.KeepAlive(d); Mailer.Send($\"x{b}\"); }")]
    [InlineData("comparison of other tuples", "void M(Contact c) => Mailer.Send((c.Name, 1) == (\"x\", 1));")]
    [InlineData("comparison of objects", "void M(Contact c) { var a = new Box { Text = c.Email }; var b = a; Mailer.Send(a == b); }")]
    [InlineData("whether there is a value", "void M(Contact c) { int? n = c.Email.Length; Mailer.Send(n.HasValue); }")]
    [InlineData("increment that drops", "class V { public string A = \"\"; public static V operator ++(V a) => new V(); } void M(Contact c) { var v = new V { A = c.Email }; v++; Mailer.Send(v.A); }")]
    [InlineData("object under a labelled key", "void M(Dictionary<string, Box> d, Contact c) { if (d.TryGetValue(c.Email, out var n)) Mailer.Send(n.Text); }")]
    [InlineData("immutable list before the change", "void M(Contact c) { var s = System.Collections.Immutable.ImmutableList<string>.Empty.Add(\"x\"); GC.KeepAlive(s.Add(c.Email)); Mailer.Send(s[0]); }")]
    [InlineData("greatest by a labelled value", "void M(Contact[] cs) => Mailer.Send(cs.MaxBy(x => x.Email)!.Name);")]
    [InlineData("joined by a labelled value", "void M(Contact[] cs, Box[] bs) { var q = from x in cs join b in bs on x.Email equals b.Text select b.Other; foreach (var y in q) Mailer.Send(y); }")]
    [InlineData("value beside a labelled key of a dictionary that is made of a list", "void M(Contact[] cs) { var d = cs.ToDictionary(x => x.Email, x => x.Name); foreach (var p in d) Mailer.Send(p.Value); }")]
    [InlineData("other part of a value of such a dictionary", "void M(Contact[] cs) { var d = cs.ToDictionary(x => x.Name, x => new Pair(x.Email, \"\")); Mailer.Send(d[\"a\"].Second); }")]
    [InlineData("other part of what a task yields", "async Task M(Contact c) { var b = await Task.Run(() => new Box { Text = c.Email }); Mailer.Send(b.Other); }")]
    [InlineData("other part of what is made late", "void M(Contact c) { var l = new Lazy<Box>(() => new Box { Text = c.Email }); Mailer.Send(l.Value.Other); }")]
    [InlineData("object that a local function makes elsewhere", "void M(Contact c) { var a = L(c.Email); var b = L(\"x\"); GC.KeepAlive(a); Mailer.Send(b.Text); Box L(string x) => new Box { Text = x }; }")]
    public Task OtherValue_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);
}
