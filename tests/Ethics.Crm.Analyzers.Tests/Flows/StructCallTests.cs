namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>Structs that are changed in place, that become another one, and those of which a call changes only a copy.</summary>
public sealed class StructCallTests
{
    [Theory]
    [InlineData("struct becomes another", "struct S { public string A; public void Take(S other) => this = other; } void M(Contact c) { var s = new S { A = \"\" }; s.Take(new S { A = c.Email }); Mailer.Send(s.{|ECRM2002:A|}); }")]
    [InlineData("struct becomes another in part", "struct S { public string A; public string B; public void Take(S other) { var b = B; this = other; B = b; } } void M(Contact c) { var s = new S { B = c.Email }; s.Take(new S { A = \"\" }); Mailer.Send(s.{|ECRM2002:B|}); }")]
    [InlineData("struct with properties becomes another", "struct S { public string A { get; set; } public void Take(S other) => this = other; } void M(Contact c) { var s = new S(); s.Take(new S { A = c.Email }); Mailer.Send(s.{|ECRM2002:A|}); }")]
    [InlineData("struct becomes it on one way", "struct S { public string A; public void Take(bool f) { if (f) this = default; } } void M(Contact c, bool f) { var s = new S { A = c.Email }; s.Take(f); Mailer.Send(s.{|ECRM2002:A|}); }")]
    [InlineData("field that is no copy", "struct S { public string A; public void Set(string t) => A = t; } class K { S s = new S { A = \"\" }; public void Put(Contact c) => s.Set(c.Email); public string Get() => s.A; } void M(Contact c) { var k = new K(); k.Put(c); Mailer.Send(k.{|ECRM2002:Get|}()); }")]
    [InlineData("readonly field, in its constructor", "struct S { public string A; public void Set(string t) => A = t; } class K { readonly S s = new S { A = \"\" }; public K(Contact c) => s.Set(c.Email); public string Get() => s.A; } void M(Contact c) { var k = new K(c); Mailer.Send(k.{|ECRM2002:Get|}()); }")]
    [InlineData("readonly field, asked", "struct S { public string A; public string Get() => A; } class K { readonly S s; public K(Contact c) { s.A = c.Email; } public string Get() => s.Get(); } void M(Contact c) { var k = new K(c); Mailer.Send(k.{|ECRM2002:Get|}()); }")]
    [InlineData("in parameter, asked", "struct S { public string A; public string Get() => A; } static void H(in S s) => Mailer.Send(s.{|ECRM2002:Get|}()); void M(Contact c) { var s = new S { A = c.Email }; H(in s); }")]
    [InlineData("in parameter, object inside", "class B { public string T = \"\"; } struct S { public B B; public void Set(string t) => B.T = t; } static void H(in S s, Contact c) => s.Set(c.Email); void M(Contact c) { var s = new S { B = new B() }; H(in s, c); Mailer.Send(s.B.{|ECRM2002:T|}); }")]
    [InlineData("ref parameter, called", "struct S { public string A; public void Set(string t) => A = t; } static void H(ref S s, Contact c) => s.Set(c.Email); void M(Contact c) { var s = new S(); H(ref s, c); Mailer.Send(s.{|ECRM2002:A|}); }")]
    public Task Value_IsFollowed(string form, string members, string types = "") => Flow.VerifyAsync(form, members, types: types);

    [Theory]
    [InlineData("struct reset by ref", "struct S { public string A; } static void H(ref S s) => s = default; void M(Contact c) { var s = new S { A = c.Email }; H(ref s); Mailer.Send(s.A); }")]
    [InlineData("struct reset itself", "struct S { public string A; public void Reset() => this = default; } void M(Contact c) { var s = new S { A = c.Email }; s.Reset(); Mailer.Send(s.A); }")]
    [InlineData("struct field by ref, other", "struct S { public string A; public string B; } static void H(ref string s, Contact c) => s = c.Email; void M(Contact c) { var s = new S { B = \"\" }; H(ref s.A, c); Mailer.Send(s.B); }")]
    [InlineData("ref struct copy", "struct S { public string A; } static void H(ref S s, Contact c) => s.A = c.Email; void M(Contact c) { var s = new S { A = \"\" }; var t = s; H(ref s, c); Mailer.Send(t.A); }")]
    [InlineData("struct by value", "struct S { public string A; } static void H(S s, Contact c) { s.A = c.Email; } void M(Contact c) { var s = new S { A = \"\" }; H(s, c); Mailer.Send(s.A); }")]
    [InlineData("struct in parameter copy", "struct S { public string A; public void Set(string t) => A = t; } static void H(in S s, Contact c) { s.Set(c.Email); } void M(Contact c) { var s = new S { A = \"\" }; H(in s, c); Mailer.Send(s.A); }")]
    [InlineData("readonly field copy", "struct S { public string A; public void Set(string t) => A = t; } class K { readonly S s = new S { A = \"\" }; public void Put(Contact c) => s.Set(c.Email); public string Get() => s.A; } void M(Contact c) { var k = new K(); k.Put(c); Mailer.Send(k.Get()); }")]
    public Task ValueThatDoesNotComeThere_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);
}
