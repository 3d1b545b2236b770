namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2002 through structs that nobody set before a part of them is written.</summary>
public sealed class StructFlowTests
{
    private const string S = "struct S { public string A; public string B; public void Take(string s) => A = s; } ";

    [Theory]
    [InlineData("default", S + "void M(Contact c) { S s = default; s.A = c.Email; Mailer.Send(s.{|ECRM2002:A|}); }")]
    [InlineData("default, by a method of it", S + "void M(Contact c) { S s = default; s.Take(c.Email); Mailer.Send(s.{|ECRM2002:A|}); }")]
    [InlineData("not set at all", "struct One { public string A; } void M(Contact c) { One s; s.A = c.Email; Mailer.Send(s.{|ECRM2002:A|}); }")]
    [InlineData("in a field of an object", S + "class K { public S In; } void M(Contact c) { var k = new K(); k.In.A = c.Email; Mailer.Send(k.In.{|ECRM2002:A|}); }")]
    [InlineData("in an array", S + "void M(Contact c) { var k = new S[2]; k[0].A = c.Email; Mailer.Send(k[0].{|ECRM2002:A|}); }")]
    [InlineData("in an array, by a method of it", S + "void M(Contact c) { var k = new S[2]; k[0].Take(c.Email); Mailer.Send(k[0].{|ECRM2002:A|}); }")]
    [InlineData("in a struct", S + "struct T { public S In; } void M(Contact c) { var t = new T(); t.In.A = c.Email; Mailer.Send(t.In.{|ECRM2002:A|}); }")]
    [InlineData("handed over by reference", S + "static void F(ref S s, Contact c) => s.A = c.Email; class K { public S In; } void M(Contact c) { var k = new K(); F(ref k.In, c); Mailer.Send(k.In.{|ECRM2002:A|}); }")]
    [InlineData("handed out", S + "static void F(out S s, Contact c) { s = default; s.A = c.Email; } void M(Contact c) { F(out var s, c); Mailer.Send(s.{|ECRM2002:A|}); }")]
    [InlineData("copied", S + "void M(Contact c) { S s = default; s.A = c.Email; var t = s; s.A = \"\"; Mailer.Send(t.{|ECRM2002:A|}); }")]
    [InlineData("tuple", "void M(Contact c) { (string A, string B) t = default; t.A = c.Email; Mailer.Send(t.{|ECRM2002:A|}); }")]
    [InlineData("inline array", "[System.Runtime.CompilerServices.InlineArray(4)] struct Buf { string e; } void M(Contact c) { Buf b = default; b[0] = c.Email; Mailer.Send({|ECRM2002:b[0]|}); }")]
    [InlineData("object of a type parameter", "static T Made<T>() where T : Box, new() { var t = new T(); return t; } void M(Contact c) { var b = Made<Box>(); b.Text = c.Email; Mailer.Send(b.{|ECRM2002:Text|}); }")]
    public Task PartOfAStruct_IsFollowed(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("other part", S + "void M(Contact c) { S s = default; s.A = c.Email; Mailer.Send(s.B); }")]
    [InlineData("copied before", S + "void M(Contact c) { S s = default; var t = s; s.A = c.Email; Mailer.Send(t.A); }")]
    [InlineData("overwritten", S + "void M(Contact c) { S s = default; s.A = c.Email; s.A = \"\"; Mailer.Send(s.A); }")]
    [InlineData("set anew", S + "void M(Contact c) { S s = default; s.A = c.Email; s = default; Mailer.Send(s.A); }")]
    [InlineData("other element", S + "void M(Contact c) { var k = new S[2]; k[0].A = c.Email; Mailer.Send(k[1].A); }")]
    [InlineData("handed over by value", S + "static void F(S s, Contact c) => s.A = c.Email; void M(Contact c) { S s = default; F(s, c); Mailer.Send(s.A); }")]
    [InlineData("other object", "static T Made<T>() where T : Box, new() { var t = new T(); return t; } void M(Contact c) { var b = Made<Box>(); var d = Made<Box>(); b.Text = c.Email; Mailer.Send(d.Text); }")]
    public Task OtherPart_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);
}
