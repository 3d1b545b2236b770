namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2002 through exceptions, references, structs, constructors and the members of collections.</summary>
public sealed class ShapeFlowTests
{
    [Theory]
    [InlineData("pairs", "static IReadOnlyDictionary<int, string> A(Contact[] cs) { var areas = new Dictionary<int, string> { { 0, \"unknown\" } }; foreach (var c in cs) areas.TryAdd(1, c.Email); return areas; } void M(Contact[] c) { foreach (var p in A(c)) Mailer.Send(p.{|ECRM2002:Value|}); }")]
    [InlineData("pair of a dictionary", "void M(Contact c) { var areas = new Dictionary<int, string>(); areas.TryAdd(1, c.Email); foreach (var p in areas) Mailer.Send(p.{|ECRM2002:Value|}); }")]
    [InlineData("pair of a dictionary, written by index", "void M(Contact c) { var areas = new Dictionary<int, string>(); areas[1] = c.Email; foreach (var p in areas) Mailer.Send(p.{|ECRM2002:Value|}); }")]
    [InlineData("null-conditional parts", "void M(Contact c) { var parts = c.Email?.Split('@'); var e = parts?[0]?.Replace(\"-\", \"\"); Mailer.Send({|ECRM2002:e|}); }")]
    [InlineData("switch record", "abstract record R; record CB(int N, string? P) : R; record L(int N) : R; static R Plan(Contact c) => c.Email is null ? new L(1) : new CB(1, c.Email); [ForPurpose(\"marketing\")] static void Next(R r) { var t = r switch { CB(> 0, {|ECRM2002:{ } p|}) => \"Call\" + p, L(var n) => \"x\" + n, _ => \"\" }; } void M(Contact c) => Next(Plan(c));")]
    [InlineData("collection expression", "void M(Contact c) { string[] a = [\"x\", c.Email]; Mailer.Send({|ECRM2002:a[1]|}); }")]
    [InlineData("spread", "void M(Contact c) { string[] a = [\"x\", c.Email]; List<string> b = [.. a]; Mailer.Send({|ECRM2002:b[1]|}); }")]
    [InlineData("captured primary", "class T(string to) { public string To => to; } void M(Contact c) { var t = new T(c.Email); Mailer.Send(t.{|ECRM2002:To|}); }")]
    [InlineData("exception", "class X(string a) : Exception(\"x\") { public string A { get; } = a; } static void T(Contact c) => throw new X(c.Email); void M(Contact c) { try { T(c); } catch (X x) { Mailer.Send(x.{|ECRM2002:A|}); } }")]
    [InlineData("exception base", "class X(string a) : Exception(a) { } static void T(Contact c) => throw new X(c.Email); void M(Contact c) { try { T(c); } catch (X x) { Mailer.Send(x.{|ECRM2002:Message|}); } }")]
    [InlineData("list in a field", "class K { readonly List<string> l = new(); public void Add(string s) => l.Add(s); public string[] All() => l.ToArray(); } void M(Contact c) { var k = new K(); k.Add(c.Email); foreach (var x in k.All()) Mailer.Send({|ECRM2002:x|}); }")]
    [InlineData("ref chosen", "void M(Contact c, Box b, bool f) { var t = new Box(); ref string? s = ref (f ? ref t.Text : ref b.Text); s = c.Email; Mailer.Send(t.{|ECRM2002:Text|}); }")]
    [InlineData("ref return", "static ref string? R(Box b) => ref b.Text; void M(Contact c) { var t = new Box(); R(t) = c.Email; Mailer.Send(t.{|ECRM2002:Text|}); }")]
    [InlineData("foreach ref", "void M(Contact c) { var a = new string[2]; foreach (ref var x in a.AsSpan()) x = c.Email; Mailer.Send({|ECRM2002:a[1]|}); }")]
    [InlineData("caught between", "void M(Contact c) { var e = \"\"; try { e = c.Email; e = int.Parse(\"x\").ToString(); } catch (FormatException) { Mailer.Send({|ECRM2002:e|}); } }")]
    [InlineData("struct array", "struct S { string? h; public string H => h ?? \"\"; public void Take(string s) => h = s; } static void B(S[] s, Contact c) => s[1].Take(c.Email); void M(Contact c) { var s = new S[3]; B(s, c); Mailer.Send(s[1].{|ECRM2002:H|}); }")]
    [InlineData("beside a discarded anonymisation", "static class Masking { [Anonymizes(\"x\")] public static string Mask(string text) => new('*', 5); } [ForPurpose(\"support\")] sealed class Ticket(string replyTo) { public string ReplyTo => replyTo; public static Ticket For(Contact c) { var a = c.Email; _ = Masking.Mask(a); return new Ticket(a); } } [ForPurpose(\"marketing\")] static class Issue { public static void Send(Ticket t) => Console.Write(t.{|ECRM2002:ReplyTo|}); } void M(Contact c) => Issue.Send(Ticket.For(c));")]
    [InlineData("copy of a list before it is cleared", "class CL { readonly List<string?> _n = []; public void Add(string? n) => _n.Add(n); public string?[] Drain() { var all = _n.ToArray(); _n.Clear(); return all; } } static void Plan(CL l, Contact c) => l.Add(c.Email); [ForPurpose(\"marketing\")] static void Call(CL l) { foreach ({|ECRM2002:var|} n in l.Drain()) Console.Write(n); } void M(Contact c) { var l = new CL(); Plan(l, c); Call(l); }")]
    [InlineData("value of a pair", "static IReadOnlyDictionary<int, string> A(IEnumerable<Contact> cs) { var areas = new Dictionary<int, string> { { 0, \"unknown\" } }; foreach (var c in cs) areas.TryAdd(1, c.Email); areas.Remove(0); return areas; } [ForPurpose(\"marketing\")] static void Draw(IEnumerable<Contact> c) { foreach (var p in A(c)) Console.Write($\"{p.{|ECRM2002:Value|}}\"); }")]
    [InlineData("enumerator moved by hand", "static IEnumerable<string> I(params Contact[] cs) => Array.ConvertAll(cs, static c => c.Email); [ForPurpose(\"marketing\")] static void T(Contact c) { using var i = I(c, c).GetEnumerator(); if (i.MoveNext()) Console.Write(i.{|ECRM2002:Current|}); }")]
    [InlineData("switch over types", "record Mail(string To, string Body); record Memo(string Text); static object[] Sent(Contact c) => [new Memo(\"x\"), new Mail(c.Email, \"s\")]; [ForPurpose(\"marketing\")] static void Scan(object[] sent) { foreach (var one in sent) { switch (one) { case Memo { Text: \"\" }: continue; case Mail { Body.Length: > 3, To: {|ECRM2002:var to|} }: Console.Write(to); break; } } } void M(Contact c) => Scan(Sent(c));")]
    [InlineData("struct where it lies in an array, in other code", "struct S { string? h; public readonly string H => h ?? \"\"; public void Take(string s) => h = s; } static void B(S[] s, Contact c) => s[1].Take(c.Email); [ForPurpose(\"marketing\")] static void P(S[] s) => Console.Write(s[1].{|ECRM2002:H|}); void M(Contact c) { var s = new S[3]; B(s, c); P(s); }")]
    [InlineData("local functions in each other", "static bool T(Contact c, out string number) { var found = \"\"; S(); G(found, out number); return number.Length > 0; void S() { foreach (var one in new[] { c.Email, \"none\" }) K(one); void K(string? x) => found = found.Length == 0 ? x ?? \"\" : found; } static void G(string from, out string to) => to = from; } [ForPurpose(\"marketing\")] static void C(Contact c) { if ({|ECRM2002:T|}(c, out var number)) Console.Write(number); }")]
    [InlineData("generic sum", "static T Sum<T>(IEnumerable<T> v) where T : System.Numerics.INumber<T> { var sum = T.Zero; foreach (var x in v) sum += x; return sum; } static int I(IEnumerable<Contact> cs) => Sum(cs.Select(static c => c.Email.Length)); [ForPurpose(\"marketing\")] static void C(IEnumerable<Contact> c) => Console.Write({|ECRM2002:I|}(c));")]
    [InlineData("spread and range", "static IReadOnlyList<string> O(Contact c) { string[] own = [c.Email]; List<string> all = [\"d\", .. own]; return [.. all[1..], \"x\"]; } [ForPurpose(\"marketing\")] static void C(Contact c) { foreach ({|ECRM2002:var|} to in O(c)) Console.Write(to); }")]
    public Task Value_IsFollowed(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("other type caught", "class X(string a) : Exception(\"x\") { public string A { get; } = a; } static void T(Contact c) => throw new X(c.Email); void M(Contact c) { try { T(c); } catch (FormatException x) { Mailer.Send(x.Message); } }")]
    [InlineData("message of it", "class X(string a) : Exception(\"x\") { public string A { get; } = a; } static void T(Contact c) => throw new X(c.Email); void M(Contact c) { try { T(c); } catch (X x) { Mailer.Send(x.Message); } }")]
    [InlineData("other element", "void M(Contact c) { var a = new string[3]; a[1] = c.Email; a[0] = \"x\"; Mailer.Send(a[0]); }")]
    [InlineData("cleared", "void M(Contact c) { var a = new List<string>(); a.Add(c.Email); a.Clear(); Mailer.Send(a[0]); }")]
    [InlineData("struct copy", "struct S { public string? T; } void M(Contact c) { var a = new S(); var b = a; b.T = c.Email; Mailer.Send(a.T); }")]
    [InlineData("key of pair", "void M(Contact c) { var d = new Dictionary<string, string>(); d.Add(c.Email, \"\"); foreach (var (_, v) in d) Mailer.Send(v); }")]
    [InlineData("select another", "void M(Contact[] c) { Mailer.Send(c.Select(static x => x.Name).First()); }")]
    [InlineData("reference that was turned elsewhere", "void M(Contact c, Box b) { ref var s = ref b.Text; s = \"x\"; var t = new Box(); s = ref t.Text; s = c.Email; Mailer.Send(b.Text); }")]
    [InlineData("switch over a constant", "const int Schema = 4; void M(Contact c) { var a = \"\"; switch (Schema) { case 4: break; default: a = c.Email; break; } Mailer.Send(a); }")]
    [InlineData("list of an object, cleared", "class K { public List<string> L { get; } = []; } static void W(K k, Contact c) { k.L.Add(c.Email); k.L.Clear(); } void M(Contact c) { var k = new K(); W(k, c); Mailer.Send(k.L[0]); }")]
    [InlineData("struct that was boxed before", "struct S { public string? T; } void M(Contact c) { var s = new S(); object o = s; s.T = c.Email; Mailer.Send(((S)o).T); }")]
    public Task ValueThatDoesNotComeThere_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);
}
