namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2002 through <c>ref</c> fields: what they refer to is the variable itself, under another name.</summary>
public sealed class ReferenceFieldTests
{
    private const string Cursor = "ref struct Cursor { public ref string Cell; public Cursor(ref string c) => Cell = ref c; public void Write(string s) => Cell = s; public string Read() => Cell; public ref string Slot() => ref Cell; } ";

    [Theory]
    [InlineData("written by a member", "void M(Contact c) { var a = \"\"; var w = new Cursor(ref a); w.Write(c.Email); Mailer.Send({|ECRM2002:a|}); }")]
    [InlineData("written by name", "void M(Contact c) { var a = \"\"; var w = new Cursor(ref a); w.Cell = c.Email; Mailer.Send({|ECRM2002:a|}); }")]
    [InlineData("added by name", "void M(Contact c) { var a = \"\"; var w = new Cursor(ref a); w.Cell += c.Email; Mailer.Send({|ECRM2002:a|}); }")]
    [InlineData("set by an initializer", "void M(Contact c) { var a = \"\"; var w = new Cursor { Cell = ref a }; w.Write(c.Email); Mailer.Send({|ECRM2002:a|}); }")]
    [InlineData("set later", "void M(Contact c) { var a = \"\"; var b = \"\"; var w = new Cursor(ref b); w.Cell = ref a; w.Write(c.Email); Mailer.Send({|ECRM2002:a|}); }")]
    [InlineData("copy of it", "void M(Contact c) { var a = \"\"; var w = new Cursor(ref a); var v = w; v.Write(c.Email); Mailer.Send({|ECRM2002:a|}); }")]
    [InlineData("read by a member", "void M(Contact c) { var a = c.Email; var w = new Cursor(ref a); Mailer.Send(w.{|ECRM2002:Read|}()); }")]
    [InlineData("read by name", "void M(Contact c) { var a = c.Email; var w = new Cursor(ref a); Mailer.Send(w.{|ECRM2002:Cell|}); }")]
    [InlineData("read after the variable is set", "void M(Contact c) { var a = \"\"; var w = new Cursor(ref a); a = c.Email; Mailer.Send(w.{|ECRM2002:Read|}()); }")]
    [InlineData("two to one variable", "void M(Contact c) { var a = \"\"; var v = new Cursor(ref a); var w = new Cursor(ref a); v.Write(c.Email); Mailer.Send(w.{|ECRM2002:Read|}()); }")]
    [InlineData("made by a method", "static Cursor Open(ref string s) => new Cursor(ref s); void M(Contact c) { var a = \"\"; var w = Open(ref a); w.Write(c.Email); Mailer.Send({|ECRM2002:a|}); }")]
    [InlineData("result by reference", "void M(Contact c) { var a = \"\"; var w = new Cursor(ref a); w.Slot() = c.Email; Mailer.Send({|ECRM2002:a|}); }")]
    [InlineData("reference to what it refers to", "void M(Contact c) { var a = \"\"; var w = new Cursor(ref a); ref var r = ref w.Cell; r = c.Email; Mailer.Send({|ECRM2002:a|}); }")]
    [InlineData("reference before it", "void M(Contact c) { var a = \"\"; ref var r = ref a; var w = new Cursor(ref r); w.Write(c.Email); Mailer.Send({|ECRM2002:r|}); }")]
    [InlineData("parameter by reference", "static void H(ref string s, Contact c) { var w = new Cursor(ref s); w.Write(c.Email); } void M(Contact c) { var a = \"\"; H(ref a, c); Mailer.Send({|ECRM2002:a|}); }")]
    [InlineData("handed to a method", "static void H(Cursor w, string s) => w.Write(s); void M(Contact c) { var a = \"\"; var w = new Cursor(ref a); H(w, c.Email); Mailer.Send({|ECRM2002:a|}); }")]
    [InlineData("one of two", "void M(Contact c) { var a = \"\"; var b = \"\"; var w = c.Id > 0 ? new Cursor(ref a) : new Cursor(ref b); w.Write(c.Email); Mailer.Send({|ECRM2002:b|}); }")]
    [InlineData("on one of two ways", "void M(Contact c) { var a = c.Email; if (c.Id > 0) { var w = new Cursor(ref a); w.Write(\"\"); } Mailer.Send({|ECRM2002:a|}); }")]
    [InlineData("only read", "ref struct View { ref readonly string cell; public View(in string s) => cell = ref s; public string Text => cell; } void M(Contact c) { var a = \"\"; var w = new View(in a); a = c.Email; Mailer.Send(w.{|ECRM2002:Text|}); }")]
    [InlineData("struct", "struct Card { public string Mail; } ref struct Pen { public ref Card Card; } void M(Contact c) { var a = new Card(); var w = new Pen { Card = ref a }; w.Card.Mail = c.Email; Mailer.Send(a.{|ECRM2002:Mail|}); }")]
    public Task Value_IsFollowed(string form, string members) => Flow.VerifyAsync(form, Cursor + members);

    [Theory]
    [InlineData("other value", "void M(Contact c) { var a = \"\"; var w = new Cursor(ref a); GC.KeepAlive(c.Email); w.Write(c.Name); Mailer.Send(a); }")]
    [InlineData("other variable", "void M(Contact c) { var a = \"\"; var b = \"\"; var w = new Cursor(ref a); w.Write(c.Email); Mailer.Send(b); }")]
    [InlineData("other cursor", "void M(Contact c) { var a = \"\"; var b = \"\"; var v = new Cursor(ref a); var w = new Cursor(ref b); v.Write(c.Email); Mailer.Send(w.Read()); }")]
    [InlineData("refers to another one by then", "void M(Contact c) { var a = \"\"; var b = \"\"; var w = new Cursor(ref a); w = new Cursor(ref b); w.Write(c.Email); Mailer.Send(a); }")]
    [InlineData("overwritten by the variable", "void M(Contact c) { var a = \"\"; var w = new Cursor(ref a); w.Write(c.Email); a = c.Name; Mailer.Send(w.Read()); }")]
    [InlineData("overwritten by the field", "void M(Contact c) { var a = c.Email; var w = new Cursor(ref a); w.Write(c.Name); Mailer.Send(a); }")]
    [InlineData("read before", "void M(Contact c) { var a = \"\"; var w = new Cursor(ref a); var s = w.Read(); w.Write(c.Email); Mailer.Send(s); }")]
    [InlineData("value that was taken before", "void M(Contact c) { var a = \"\"; var b = a; var w = new Cursor(ref a); w.Write(c.Email); Mailer.Send(b); }")]
    [InlineData("other call of the helper", "static void H(ref string s, string t) { var w = new Cursor(ref s); w.Write(t); } void M(Contact c) { var a = \"\"; var b = \"\"; H(ref a, c.Email); H(ref b, c.Name); Mailer.Send(b); }")]
    [InlineData("overwritten on both ways", "void M(Contact c) { var a = c.Email; if (c.Id > 0) { var w = new Cursor(ref a); w.Write(\"\"); } a = \"\"; Mailer.Send(a); }")]
    public Task OtherValue_IsNotReported(string form, string members) => Flow.VerifyAsync(form, Cursor + members);

    [Theory]
    [InlineData("element of an array", "void M(Contact c) { var a = new string[2]; var w = new Cursor(ref {|ECRM9002:a[0]|}); w.Write(c.Email); Mailer.Send(a[0]); }")]
    [InlineData("field of an object", "class K { public string F = \"\"; } void M(Contact c) { var k = new K(); var w = new Cursor { Cell = ref k.{|ECRM9002:F|} }; w.Cell = c.Email; Mailer.Send(k.F); }")]
    [InlineData("variable that a lambda knows", "void M(Contact c) { var a = \"\"; Action f = () => Mailer.Send(a); var w = new Cursor(ref {|ECRM9002:a|}); w.Write(c.Email); f(); }")]
    [InlineData("cursor of which nothing is known", "static Cursor Get() => throw new Exception(); void M(Contact c) { var w = Get(); w.{|ECRM9002:Cell|} = c.Email; }")]
    public Task FalseNegative_ReferenceFieldToAPart_IsToldAndNotFollowed(string form, string members) => Flow.VerifyAsync(form, Cursor + members, unconcluded: 1);

    [Fact]
    public Task FalseAlarm_ReferenceFieldOfTheTurnBefore()
        => Flow.VerifyAsync("loop", Cursor + "void M(Contact c) { for (var i = 0; i < 2; i++) { var a = \"\"; var w = new Cursor(ref a); Mailer.Send({|ECRM2002:a|}); w.Write(c.Email); } }");

    [Theory]
    [InlineData("element of an array", "void M(Contact c) { var a = new string[2]; GC.KeepAlive(c.Email); var w = new Cursor(ref a[0]); w.Write(c.Name); Mailer.Send(a[0]); }")]
    [InlineData("variable that no lambda knows", "void M(Contact c) { var a = \"\"; var w = new Cursor(ref a); w.Write(c.Email); GC.KeepAlive(a); }")]
    public Task ReferenceField_IntoWhichNothingIsLost_IsNotTold(string form, string members) => Flow.VerifyAsync(form, Cursor + members);
}
