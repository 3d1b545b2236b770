namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2002 through properties: of interfaces and bases, by an override, with the <c>field</c> keyword, by reference; and through members that interfaces write themselves.</summary>
public sealed class AccessorFlowTests
{
    private const string Two = "interface I { string P { get; set; } string Q { get; set; } } class B : I { public string P { get; set; } = \"\"; public string Q { get; set; } = \"\"; } class D : I { string v = \"\"; public string P { get => v; set => v = value; } public string Q { get; set; } = \"\"; } ";

    [Theory]
    [InlineData("override of one that is kept", "class A { public virtual string P { get; set; } = \"\"; } class B(Contact c) : A { public override string P { get => c.Email; set { } } } void M(Contact c) { A a = new B(c); Mailer.Send(a.{|ECRM2002:P|}); }")]
    [InlineData("override in another method", "class A { public virtual string P { get; set; } = \"\"; } class B(Box b) : A { public override string P { get => b.Text!; set { } } } static string F(A a) => a.P; void M(Contact c) { var b = new Box { Text = c.Email }; Mailer.Send({|ECRM2002:F|}(new B(b))); }")]
    [InlineData("kept behind an interface", Two + "static void F(I i, Contact c) => i.P = c.Email; void M(Contact c) { var a = new B(); F(a, c); Mailer.Send(a.{|ECRM2002:P|}); }")]
    [InlineData("written behind an interface", Two + "static void F(I i, Contact c) => i.P = c.Email; void M(Contact c) { var a = new D(); F(a, c); Mailer.Send(a.{|ECRM2002:P|}); }")]
    [InlineData("read behind an interface", Two + "static string F(I i) => i.P; void M(Contact c) { var a = new B(); a.P = c.Email; Mailer.Send({|ECRM2002:F|}(a)); }")]
    [InlineData("explicit implementation", "interface I { string P { get; set; } } class B : I { string v = \"\"; string I.P { get => v; set => v = value; } } void M(Contact c) { I a = new B(); a.P = c.Email; Mailer.Send(a.{|ECRM2002:P|}); }")]
    [InlineData("inherited implementation", "interface I { string P { get; set; } } class A { public string P { get; set; } = \"\"; } class B : A, I { } static string F(I i) => i.P; void M(Contact c) { var a = new B(); a.P = c.Email; Mailer.Send({|ECRM2002:F|}(a)); }")]
    [InlineData("generic interface", "interface I<T> { T P { get; set; } } class B : I<string> { public string P { get; set; } = \"\"; } static string F(I<string> i) => i.P; void M(Contact c) { var a = new B(); a.P = c.Email; Mailer.Send({|ECRM2002:F|}(a)); }")]
    [InlineData("interface that nobody implements", "interface I { string P { get; set; } } static string F(I i) => i.P; void M(Contact c, I a) { a.P = c.Email; Mailer.Send({|ECRM2002:F|}(a)); }")]
    [InlineData("override that asks its base", "class A { public virtual string P { get; set; } = \"\"; } class B : A { public override string P { get => base.P + \"x\"; set => base.P = value; } } void M(Contact c) { var b = new B(); b.P = c.Email; Mailer.Send(b.{|ECRM2002:P|}); }")]
    [InlineData("asked by a pattern", "class S(Contact c) { public string P => c.Email; } void M(Contact c) { if (new S(c) is { P: var s }) Mailer.Send({|ECRM2002:s|}); }")]
    [InlineData("override, asked by a pattern", "class A { public virtual string P { get; set; } = \"\"; } class B(Contact c) : A { public override string P { get => c.Email; set { } } } void M(Contact c) { A a = new B(c); if (a is { P: var s }) Mailer.Send({|ECRM2002:s|}); }")]
    [InlineData("indexer of one's own, asked by a pattern", "class S(Contact c) { public int Length => 1; public string this[int i] => c.Email; } void M(Contact c) { if (new S(c) is [var s]) Mailer.Send({|ECRM2002:s|}); }")]
    [InlineData("slice of one's own, asked by a pattern", "class S(Contact c) { public int Length => 1; public string this[int i] => \"\"; public string Slice(int a, int b) => c.Email; } void M(Contact c) { if (new S(c) is [.. var s]) Mailer.Send({|ECRM2002:s|}); }")]
    [InlineData("count of one's own, asked by a pattern", "class S(Contact c) { public int Length => c.Email.Length; public int this[int i] => 0; } void M(Contact c) { var one = new S(c) is [_]; Mailer.Send({|ECRM2002:one|}); }")]
    [InlineData("field keyword that fills itself", "class S(Contact c) { public string E => field ??= c.Email; } void M(Contact c) => Mailer.Send(new S(c).{|ECRM2002:E|});")]
    [InlineData("field keyword in the setter alone", "class S { public string E { get; set => field = value + \"x\"; } = \"\"; } void M(Contact c) { var s = new S(); s.E = c.Email; Mailer.Send(s.{|ECRM2002:E|}); }")]
    [InlineData("set by with", "record R { string f = \"\"; public string P { get => f; init => f = value; } } void M(Contact c) { var r = new R() with { P = c.Email }; Mailer.Send(r.{|ECRM2002:P|}); }")]
    [InlineData("by reference", "class P { string f = \"\"; public ref string X => ref f; } void M(Contact c) { var p = new P(); p.X = c.Email; Mailer.Send(p.{|ECRM2002:X|}); }")]
    [InlineData("indexer by reference", "class P { string[] f = new string[3]; public ref string this[int i] => ref f[i]; } void M(Contact c) { var p = new P(); p[0] = c.Email; Mailer.Send({|ECRM2002:p[0]|}); }")]
    [InlineData("member that another interface writes", "interface I { string G(Contact c); } interface J : I { string I.G(Contact c) => c.Email; } class K : J { } void M(Contact c) { I k = new K(); Mailer.Send(k.{|ECRM2002:G|}(c)); }")]
    public Task Property_IsFollowed(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("other property behind an interface", Two + "void M(Contact c) { I a = new B(); a.P = c.Email; Mailer.Send(a.Q); }")]
    [InlineData("other property behind an interface, in a method", Two + "static string F(I i) => i.Q; void M(Contact c) { var a = new B(); a.P = c.Email; Mailer.Send(F(a)); }")]
    [InlineData("other object behind an interface", Two + "static string F(I i) => i.P; void M(Contact c) { var a = new B(); var d = new D(); a.P = c.Email; Mailer.Send(F(d)); }")]
    [InlineData("overwritten behind an interface", "interface I { string P { get; set; } } class B : I { public string P { get; set; } = \"\"; } void M(Contact c) { I a = new B(); a.P = c.Email; a.P = \"\"; Mailer.Send(a.P); }")]
    [InlineData("override that ignores what is kept", "class A { public virtual string P { get; set; } = \"\"; } class B : A { public override string P { get => \"x\"; set => base.P = value; } } void M(Contact c) { var b = new B(); b.P = c.Email; Mailer.Send(b.P); }")]
    [InlineData("other property, asked by a pattern", "class S(Contact c) { public string P => c.Email; public string Q => \"\"; } void M(Contact c) { if (new S(c) is { Q: var s }) Mailer.Send(s); }")]
    [InlineData("override that ignores what is kept, asked by a pattern", "class A { public virtual string P { get; set; } = \"\"; } class B : A { public override string P { get => \"x\"; set => base.P = value; } } void M(Contact c) { var b = new B(); b.P = c.Email; if (b is { P: var s }) Mailer.Send(s); }")]
    [InlineData("other member of one's own, asked by a pattern", "class S(Contact c) { public int Length => c.Email.Length; public string this[int i] => \"\"; } void M(Contact c) { if (new S(c) is [.., var s, _]) Mailer.Send(s); }")]
    [InlineData("field keyword that is not read", "class S { public string E { get => \"\"; set => field = value.Trim(); } } void M(Contact c) { var s = new S(); s.E = c.Email; Mailer.Send(s.E); }")]
    [InlineData("other object by reference", "class P { string f = \"\"; public ref string X => ref f; } void M(Contact c) { var p = new P(); var q = new P(); p.X = c.Email; Mailer.Send(q.X); }")]
    [InlineData("class that overrides what the interface writes", "interface I { string G(Contact c); } interface J : I { string I.G(Contact c) => c.Email; } class K : J { string I.G(Contact c) => \"\"; } void M(Contact c) { I k = new K(); Mailer.Send(k.G(c)); }")]
    public Task OtherProperty_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);
}
