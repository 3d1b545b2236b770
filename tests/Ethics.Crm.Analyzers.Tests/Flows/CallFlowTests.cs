namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2002 through methods: what goes down into one, what comes back, and what one keeps.</summary>
public sealed class CallFlowTests
{
    [Theory]
    [InlineData("helper that passes on", "void M(Contact c) => H(c.Email); void H(string s) => Mailer.Send({|ECRM2002:s|});")]
    [InlineData("helper that returns", "void M(Contact c) => Mailer.Send({|ECRM2002:H|}(c.Email)); string H(string s) => s + \"!\";")]
    [InlineData("helper that reads and returns", "void M(Contact c) => Mailer.Send({|ECRM2002:H|}(c)); string H(Contact c) => c.Email;")]
    [InlineData("result of other code", "[ForPurpose(\"marketing\")] void M(Contact c) => GC.KeepAlive(Mailer.{|ECRM2002:Read|}(c));")]
    [InlineData("named argument", "void M(Contact c) => H(t: c.Email, s: \"\"); void H(string s, string t) => Mailer.Send({|ECRM2002:t|});")]
    [InlineData("params", "void M(Contact c) => H(\"\", c.Email); void H(params string[] s) => Mailer.Send({|ECRM2002:s[1]|});")]
    [InlineData("out", "void M(Contact c) { H(c, out var e); Mailer.Send({|ECRM2002:e|}); } void H(Contact c, out string e) => e = c.Email;")]
    [InlineData("ref", "void M(Contact c) { var e = \"\"; H(c, ref e); Mailer.Send({|ECRM2002:e|}); } void H(Contact c, ref string e) { e = c.Email; }")]
    [InlineData("tuple result", "void M(Contact c) => Mailer.Send(H(c).{|ECRM2002:Email|}); (string Email, string Name) H(Contact c) => (c.Email, c.Name);")]
    [InlineData("record result", "void M(Contact c) => Mailer.Send(H(c).{|ECRM2002:First|}); Pair H(Contact c) => new(c.Email, c.Name);")]
    [InlineData("extension", "void M(Contact c) => Mailer.Send(c.Email.{|ECRM2002:Shout|}());")]
    [InlineData("object that is filled", "void M(Contact c) { var b = new Box(); H(b, c); Mailer.Send(b.{|ECRM2002:Text|}); } void H(Box b, Contact c) => b.Text = c.Email;")]
    [InlineData("object that is handed in", "void M(Contact c) { var b = new Box { Text = c.Email }; H(b); } void H(Box b) => Mailer.Send(b.{|ECRM2002:Text|});")]
    [InlineData("list that is filled", "void M(Contact c) { var l = new List<string>(); H(l, c); Mailer.Send({|ECRM2002:l[0]|}); } void H(List<string> l, Contact c) => l.Add(c.Email);")]
    [InlineData("constructor", "class K { public string S; public K(string s) => S = s; } void M(Contact c) => Mailer.Send(new K(c.Email).{|ECRM2002:S|});")]
    [InlineData("setter and getter", "class K { string s = \"\"; public void Set(string v) => s = v; public string Get() => s; } void M(Contact c) { var k = new K(); k.Set(c.Email); Mailer.Send(k.{|ECRM2002:Get|}()); }")]
    [InlineData("computed property", "class K(Contact c) { public string Line => c.Email + \"!\"; } void M(K k) => Mailer.Send(k.{|ECRM2002:Line|});")]
    [InlineData("local function", "void M(Contact c) => Mailer.Send({|ECRM2002:L|}(c.Email)); string N(Contact c) { return L(c.Email); string L(string s) => s; } string L(string s) => s;")]
    [InlineData("nested function", "void M(Contact c) { Mailer.Send({|ECRM2002:L|}(c.Email)); string L(string s) => s + \"x\"; }")]
    [InlineData("recursion", "void M(Contact c) => R(c.Email, 3); void R(string s, int n) { if (n == 0) Mailer.Send({|ECRM2002:s|}); else R(s + \"x\", n - 1); }")]
    [InlineData("mutual recursion", "void M(Contact c) => Mailer.Send({|ECRM2002:A|}(c.Email, 3)); string A(string s, int n) => n == 0 ? s : B(s, n - 1); string B(string s, int n) => A(s, n);")]
    [InlineData("operator", "class V { public string S = \"\"; public static V operator +(V v, string s) => new V { S = v.S + s }; } void M(Contact c) => Mailer.Send((new V() + c.Email).{|ECRM2002:S|});")]
    [InlineData("conversion", "class V { public string S = \"\"; public static implicit operator V(string s) => new V { S = s }; } void M(Contact c) { V v = c.Email; Mailer.Send(v.{|ECRM2002:S|}); }")]
    [InlineData("await", "async Task M(Contact c) => Mailer.Send({|ECRM2002:await H(c)|}); async Task<string> H(Contact c) { await Task.Yield(); return c.Email; }")]
    [InlineData("iterator", "void M(Contact c) { foreach (var e in H(c)) Mailer.Send({|ECRM2002:e|}); } IEnumerable<string> H(Contact c) { yield return c.Email; }")]
    [InlineData("operator that reads by itself", "class V { [ForPurpose(\"support\")] public static string operator |(V v, Contact c) => c.Email; } [ForPurpose(\"marketing\")] void M(Contact c) => GC.KeepAlive({|ECRM2002:new V() | c|});")]
    [InlineData("conversion that reads by itself", "class V { public Contact C = new(); [ForPurpose(\"support\")] public static implicit operator string(V v) => v.C.Email; } [ForPurpose(\"marketing\")] void M(V v) { string s = {|ECRM2002:v|}; GC.KeepAlive(s); }")]
    [InlineData("method that tells where to put something", "ref string H(string[] a, string s) { Mailer.Send({|ECRM2002:s|}); return ref a[0]; } void M(Contact c) { var a = new string[1]; H(a, c.Email) = \"\"; }")]
    [InlineData("function that is kept in a variable", "void M(Contact c) { Func<string, string> f = s => { Mailer.Send({|ECRM2002:s|}); return s; }; f(c.Email); }")]
    [InlineData("function that is kept in a second variable", "void M(Contact c) { Func<string, string> f = s => { Mailer.Send({|ECRM2002:s|}); return s; }; var g = f; g(c.Email); }")]
    [InlineData("function of a helper that is kept in a variable", "void M(Contact c) => H(c.Email); string H(string t) { Func<string, string> f = s => { Mailer.Send({|ECRM2002:s|}); return s; }; return f(t); }")]
    [InlineData("iterator that finds what came after its call", "void M(Contact c) { var b = new Box(); var all = H(b); b.Text = c.Email; foreach (var e in all) Mailer.Send({|ECRM2002:e|}); } IEnumerable<string> H(Box b) { yield return b.Text; }")]
    [InlineData("iterator that finds what its consumer leaves", "void M(Contact c) { var b = new Box(); foreach (var e in H(b)) { Mailer.Send({|ECRM2002:e|}); b.Text = c.Email; } } IEnumerable<string> H(Box b) { yield return b.Text; yield return b.Text; }")]
    [InlineData("iterator that nobody asks", "void M(Contact c) { var b = new Box { Text = c.Email }; _ = H(b); Mailer.Send(b.{|ECRM2002:Text|}); } IEnumerable<string> H(Box b) { b.Text = \"\"; yield return \"\"; }")]
    [InlineData("iterator that never goes on", "void M(Contact c) { var b = new Box(); foreach (var e in H(b, c)) break; Mailer.Send(b.{|ECRM2002:Text|}); } IEnumerable<string> H(Box b, Contact c) { b.Text = c.Email; yield return \"\"; b.Text = \"\"; }")]
    [InlineData("iterator that is poured out later", "void M(Contact c) { var b = new Box(); var all = H(b); b.Text = c.Email; var l = new List<string>(all); Mailer.Send({|ECRM2002:l[0]|}); } IEnumerable<string> H(Box b) { yield return b.Text; }")]
    [InlineData("scope in a helper", "void M(Contact c) => H(c.Email); void H(string s) { using (PurposeScope.Enter(\"marketing\")) GC.KeepAlive({|ECRM2002:s|}); }")]
    [InlineData("twelve deep", Twelve)]
    public Task Value_IsFollowed(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("other call of the helper", "void M(Contact c) { _ = H(c.Email); Mailer.Send(H(c.Name)); } string H(string s) => s;")]
    [InlineData("other function that is kept in a variable", "void M(Contact c) { Func<string, string> f = s => s; Func<string, string> g = s => { Mailer.Send(s); return s; }; f(c.Email); g(c.Name); }")]
    [InlineData("operator that reads another", "class V { [ForPurpose(\"support\")] public static string operator |(V v, Contact c) => c.Name; } [ForPurpose(\"marketing\")] void M(Contact c) => GC.KeepAlive(new V() | c);")]
    [InlineData("method that tells where to put another", "ref string H(string[] a, string s) { Mailer.Send(s); return ref a[0]; } void M(Contact c) { var a = new string[1]; H(a, c.Name) = c.Email; }")]
    [InlineData("iterator that was asked before", "void M(Contact c) { var b = new Box(); foreach (var e in H(b)) Mailer.Send(e); b.Text = c.Email; } IEnumerable<string> H(Box b) { yield return b.Text; }")]
    [InlineData("iterator that yields another", "void M(Contact c) { var b = new Box(); var all = H(b); b.Text = c.Email; foreach (var e in all) Mailer.Send(e); } IEnumerable<string> H(Box b) { var t = b.Text; yield return \"\"; }")]
    [InlineData("argument that the helper ignores", "void M(Contact c) => Mailer.Send(H(c.Email)); string H(string s) => \"x\";")]
    [InlineData("other argument", "void M(Contact c) => H(c.Email, c.Name); void H(string s, string t) => Mailer.Send(t);")]
    [InlineData("other object of the class", "class K { string s = \"\"; public void Set(string v) => s = v; public string Get() => s; } void M(Contact c) { var k = new K(); var l = new K(); k.Set(c.Email); Mailer.Send(l.Get()); }")]
    [InlineData("anonymised", "void M(Contact c) => Mailer.Send(H(c.Email)); [Anonymizes(\"length only, at least 20 people\")] int H(string s) => s.Length;")]
    [InlineData("through undeclared code and back", "[ForPurpose(\"support\")] void M(Contact c) { var e = H(c.Email); GC.KeepAlive(e); } string H(string s) => s;")]
    [InlineData("read for the wrong purpose already", "[ForPurpose(\"marketing\")] void M(Contact c) => Mailer.Send(c.{|ECRM2001:Email|});")]
    public Task ValueThatDoesNotComeThere_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);

    private const string Twelve =
        "void M(Contact c) => A(c.Email); void A(string s) => B(s); void B(string s) => C(s); void C(string s) => D(s); void D(string s) => E(s); void E(string s) => F(s); "
        + "void F(string s) => G(s); void G(string s) => H(s); void H(string s) => I(s); void I(string s) => J(s); void J(string s) => K(s); void K(string s) => Mailer.Send({|ECRM2002:s|});";

    [Theory]
    [InlineData("array", "[ForPurpose(\"marketing\")] static void Many(int n, params string[] s) { } void M(Contact c) => Many(1, \"x\", c.{|ECRM2002:Email|});")]
    [InlineData("array of objects", "[ForPurpose(\"marketing\")] static void Many(int n, params object[] s) { } void M(Contact c) => Many(1, \"x\", c.{|ECRM2002:Email|});")]
    [InlineData("span", "[ForPurpose(\"marketing\")] static void Many(int n, params ReadOnlySpan<string> s) { } void M(Contact c) => Many(1, \"x\", c.{|ECRM2002:Email|});")]
    [InlineData("list", "[ForPurpose(\"marketing\")] static void Many(int n, params List<string> s) { } void M(Contact c) => Many(1, \"x\", c.{|ECRM2002:Email|});")]
    public Task GatheredArgument_IsReportedWhereItIsWritten(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("once, though it is taken out there", "[ForPurpose(\"marketing\")] static void Many(params string[] s) => GC.KeepAlive(s[0]); void M(Contact c) => Many(c.{|ECRM2002:Email|});")]
    [InlineData("taken out of an array", "[ForPurpose(\"marketing\")] static void Many(params string[] s) => GC.KeepAlive({|ECRM2002:s[0]|}); void M(Contact c) { var a = new[] { c.Email }; Many(a); }")]
    [InlineData("other argument", "[ForPurpose(\"marketing\")] static void Many(params string[] s) => GC.KeepAlive(s[0]); void M(Contact c) { GC.KeepAlive(c.Email); Many(\"x\", c.Name); }")]
    [InlineData("code for nothing", "static void Many(params string[] s) => GC.KeepAlive(s[0]); void M(Contact c) => Many(c.Email);")]
    public Task GatheredArgument_IsReportedOnce(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("interface, override of an implementation", "interface IM { void Go(string s); } class B1 : IM { public virtual void Go(string s) { } } class D1 : B1 { public override void Go(string s) => Mailer.Send({|ECRM2002:s|}); } void M(Contact c, IM m) => m.Go(c.Email);")]
    [InlineData("interface, override of an implementation, result", "interface IM { string Go(Contact c); } class B1 : IM { public virtual string Go(Contact c) => \"\"; } class D1 : B1 { public override string Go(Contact c) => c.Email; } void M(Contact c, IM m) => Mailer.Send(m.{|ECRM2002:Go|}(c));")]
    [InlineData("interface, abstract implementation", "interface IM { void Go(string s); } abstract class B1 : IM { public abstract void Go(string s); } class D1 : B1 { public override void Go(string s) => Mailer.Send({|ECRM2002:s|}); } void M(Contact c, IM m) => m.Go(c.Email);")]
    [InlineData("interface property, override of an implementation", "interface IM { string T { get; } } class B1 : IM { public virtual string T => \"\"; } class D1(Contact c) : B1 { public override string T => c.Email; } void M(Contact c, IM m) { m = new D1(c); Mailer.Send(m.{|ECRM2002:T|}); }")]
    [InlineData("helper behind interface override", "interface IM { void Go(Contact c); } class B1 : IM { public virtual void Go(Contact c) { } } class D1 : B1 { public override void Go(Contact c) => GC.KeepAlive(c.{|ECRM2003:Email|}); } [ForPurpose(\"marketing\")] void M(Contact c, IM m) => m.Go(c);")]
    public Task OverrideOfWhatImplementsAnInterface_IsFollowed(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("override of another method", "interface IM { void Go(string s); } class B1 : IM { public virtual void Go(string s) { } public virtual void Run(string s) { } } class D1 : B1 { public override void Run(string s) => Mailer.Send(s); } void M(Contact c, IM m) => m.Go(c.Email);")]
    [InlineData("method of the same name", "interface IM { void Go(string s); } class B1 : IM { public virtual void Go(string s) { } } class D1 : B1 { public void Go(string s, int n) => Mailer.Send(s); } void M(Contact c, IM m) => m.Go(c.Email);")]
    [InlineData("object whose type is known", "interface IM { void Go(string s); } class B1 : IM { public virtual void Go(string s) { } } class D1 : B1 { public override void Go(string s) => Mailer.Send(s); } void M(Contact c) { IM m = new B1(); m.Go(c.Email); }")]
    public Task OtherMethodBehindAnInterface_IsNotFollowed(string form, string members) => Flow.VerifyAsync(form, members);
}
