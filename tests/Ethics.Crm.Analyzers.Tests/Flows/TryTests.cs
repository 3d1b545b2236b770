namespace Ethics.Crm.Analyzers.Tests.Flows;
public sealed class TryTests
{
    [Theory]
    [InlineData("pairs", "static IReadOnlyDictionary<int, string> A(Contact[] cs) { var areas = new Dictionary<int, string> { { 0, \"unknown\" } }; foreach (var c in cs) areas.TryAdd(1, c.Email); return areas; } void M(Contact[] c) { foreach (var p in A(c)) Mailer.Send(p.{|ECRM2002:Value|}); }")]
    [InlineData("pairs2", "void M(Contact c) { var areas = new Dictionary<int, string>(); areas.TryAdd(1, c.Email); foreach (var p in areas) Mailer.Send(p.{|ECRM2002:Value|}); }")]
    [InlineData("pairs3", "void M(Contact c) { var areas = new Dictionary<int, string>(); areas[1] = c.Email; foreach (var p in areas) Mailer.Send(p.{|ECRM2002:Value|}); }")]
    [InlineData("null cond", "void M(Contact c) { var parts = c.Email?.Split('@'); var e = parts?[0]?.Replace(\"-\", \"\"); Mailer.Send({|ECRM2002:e|}); }")]
    [InlineData("switch record", "abstract record R; record CB(int N, string? P) : R; record L(int N) : R; static R Plan(Contact c) => c.Email is null ? new L(1) : new CB(1, c.Email); [ForPurpose(\"marketing\")] static void Next(R r) { var t = r switch { CB(> 0, {|ECRM2002:{ } p|}) => \"Call\" + p, L(var n) => \"x\" + n, _ => \"\" }; } void M(Contact c) => Next(Plan(c));")]
    [InlineData("collection expression", "void M(Contact c) { string[] a = [\"x\", c.Email]; Mailer.Send({|ECRM2002:a[1]|}); }")]
    [InlineData("spread", "void M(Contact c) { string[] a = [\"x\", c.Email]; List<string> b = [.. a]; Mailer.Send({|ECRM2002:b[1]|}); }")]
    [InlineData("captured primary", "class T(string to) { public string To => to; } void M(Contact c) { var t = new T(c.Email); Mailer.Send(t.{|ECRM2002:To|}); }")]
    [InlineData("exception", "class X(string a) : Exception(\"x\") { public string A { get; } = a; } static void T(Contact c) => throw new X(c.Email); void M(Contact c) { try { T(c); } catch (X x) { Mailer.Send(x.{|ECRM2002:A|}); } }")]
    [InlineData("exception base", "class X(string a) : Exception(a) { } static void T(Contact c) => throw new X(c.Email); void M(Contact c) { try { T(c); } catch (X x) { Mailer.Send(x.{|ECRM2002:Message|}); } }")]
    [InlineData("list field", "class K { readonly List<string> l = new(); public void Add(string s) => l.Add(s); public string[] All() => l.ToArray(); } void M(Contact c) { var k = new K(); k.Add(c.Email); foreach (var x in k.All()) Mailer.Send({|ECRM2002:x|}); }")]
    [InlineData("ref chosen", "void M(Contact c, Box b, bool f) { var t = new Box(); ref string? s = ref (f ? ref t.Text : ref b.Text); s = c.Email; Mailer.Send(t.{|ECRM2002:Text|}); }")]
    [InlineData("ref return", "static ref string? R(Box b) => ref b.Text; void M(Contact c) { var t = new Box(); R(t) = c.Email; Mailer.Send(t.{|ECRM2002:Text|}); }")]
    [InlineData("foreach ref", "void M(Contact c) { var a = new string[2]; foreach (ref var x in a.AsSpan()) x = c.Email; Mailer.Send({|ECRM2002:a[1]|}); }")]
    [InlineData("caught between", "void M(Contact c) { var e = \"\"; try { e = c.Email; e = int.Parse(\"x\").ToString(); } catch (FormatException) { Mailer.Send({|ECRM2002:e|}); } }")]
    [InlineData("struct array", "struct S { string? h; public string H => h ?? \"\"; public void Take(string s) => h = s; } static void B(S[] s, Contact c) => s[1].Take(c.Email); void M(Contact c) { var s = new S[3]; B(s, c); Mailer.Send(s[1].{|ECRM2002:H|}); }")]
    public Task Value_IsFollowed(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("other type caught", "class X(string a) : Exception(\"x\") { public string A { get; } = a; } static void T(Contact c) => throw new X(c.Email); void M(Contact c) { try { T(c); } catch (FormatException x) { Mailer.Send(x.Message); } }")]
    [InlineData("message of it", "class X(string a) : Exception(\"x\") { public string A { get; } = a; } static void T(Contact c) => throw new X(c.Email); void M(Contact c) { try { T(c); } catch (X x) { Mailer.Send(x.Message); } }")]
    [InlineData("other element", "void M(Contact c) { var a = new string[3]; a[1] = c.Email; a[0] = \"x\"; Mailer.Send(a[0]); }")]
    [InlineData("cleared", "void M(Contact c) { var a = new List<string>(); a.Add(c.Email); a.Clear(); Mailer.Send(a[0]); }")]
    [InlineData("struct copy", "struct S { public string? T; } void M(Contact c) { var a = new S(); var b = a; b.T = c.Email; Mailer.Send(a.T); }")]
    [InlineData("key of pair", "void M(Contact c) { var d = new Dictionary<string, string>(); d.Add(c.Email, \"\"); foreach (var (_, v) in d) Mailer.Send(v); }")]
    [InlineData("select another", "void M(Contact[] c) { Mailer.Send(c.Select(static x => x.Name).First()); }")]
    public Task ValueThatDoesNotComeThere_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);
}
