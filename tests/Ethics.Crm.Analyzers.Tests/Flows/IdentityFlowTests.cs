namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2002 where it counts which objects are one: what replaces a value, and what only seems to.</summary>
public sealed class IdentityFlowTests
{
    [Theory]
    [InlineData("two of one factory, through a method", "static Box New() => new Box(); static (Box, Box) Two() => (New(), New()); void M(Contact c) { var (a, b) = Two(); a.Text = c.Email; b.Text = \"\"; Mailer.Send(a.{|ECRM2002:Text|}); }")]
    [InlineData("two of one factory", "static Box New() => new Box(); void M(Contact c) { var a = New(); var b = New(); a.Text = c.Email; b.Text = \"\"; Mailer.Send(a.{|ECRM2002:Text|}); }")]
    [InlineData("two of a recursion", "static Box[] New(int n) => n == 0 ? [new Box()] : [new Box(), .. New(n - 1)]; void M(Contact c) { var all = New(1); var a = all[0]; var b = all[1]; a.Text = c.Email; b.Text = \"\"; Mailer.Send(a.{|ECRM2002:Text|}); }")]
    [InlineData("one interface implemented twice", "interface IHandle<T> { string Run(T c); } class H : IHandle<Contact>, IHandle<int> { public string Run(int c) => \"\"; string IHandle<Contact>.Run(Contact c) => c.Email; } void M(Contact c) { IHandle<Contact> h = new H(); Mailer.Send(h.{|ECRM2002:Run|}(c)); }")]
    [InlineData("one interface implemented twice, the other way round", "interface IHandle<T> { string Run(T c); } class H : IHandle<Contact>, IHandle<int> { string IHandle<Contact>.Run(Contact c) => c.Email; public string Run(int c) => \"\"; } class G : IHandle<Contact> { public string Run(Contact c) => \"\"; } void M(Contact c) { IHandle<Contact> h = new H(); Mailer.Send(h.{|ECRM2002:Run|}(c)); }")]
    [InlineData("put in again after it was cleared", "static void Refill(Dictionary<string, string> d, Contact c) { d.Clear(); d[\"a\"] = c.Email; } void M(Contact c) { var d = new Dictionary<string, string>(); Refill(d, c); Mailer.Send({|ECRM2002:d[\"a\"]|}); }")]
    [InlineData("cleared on one way", "static void Clean(Dictionary<string, string> d, bool all) { if (all) d.Clear(); Mailer.Send({|ECRM2002:d[\"a\"]|}); } void M(Contact c, bool b) { var d = new Dictionary<string, string> { [\"a\"] = c.Email }; Clean(d, b); Mailer.Send({|ECRM2002:d[\"a\"]|}); }")]
    [InlineData("part of an argument that is made in the call", "class Outer { public Box? Inner; } static void Fill(Outer o, Contact c) { o.Inner = new Box(); o.Inner.Text = c.Email; } void M(Contact c) { var o = new Outer(); Fill(o, c); Mailer.Send(o.Inner!.{|ECRM2002:Text|}); }")]
    [InlineData("overwritten through its other name", "static void H(Box a, Box b, string s) { b.Text = s; b.Text = a.Text; } void M(Contact c) { var p = new Box(); H(p, p, c.Email); Mailer.Send(p.{|ECRM2002:Text|}); }")]
    [InlineData("overwritten in a helper of a helper", "static void G(Box a, Box b, string s) { b.Text = s; H(a, b); } static void H(Box a, Box b) => b.Text = a.Text; void M(Contact c) { var p = new Box(); G(p, p, c.Email); Mailer.Send(p.{|ECRM2002:Text|}); }")]
    [InlineData("used through its other name before it is overwritten", "static void G(Box a, Box b, string s) => H(a, b, s); static void H(Box a, Box b, string s) { b.Text = s; var r = a.Text; b.Text = \"\"; Mailer.Send({|ECRM2002:r|}); } void M(Contact c) { var p = new Box(); G(p, p, c.Email); }")]
    [InlineData("taken through its other name before it is cleared", "static string H(List<string> a, List<string> b, string s) { b.Add(s); var r = a[0]; b.Clear(); return r; } void M(Contact c) { var p = new List<string>(); Mailer.Send({|ECRM2002:H|}(p, p, c.Email)); }")]
    [InlineData("part that is handed in beside its whole", "class Outer { public Box Inner = new(); } static string? H(Outer a, Box b, string s) { b.Text = s; var r = a.Inner.Text; b.Text = \"\"; return r; } void M(Contact c) { var o = new Outer(); Mailer.Send({|ECRM2002:H|}(o, o.Inner, c.Email)); }")]
    [InlineData("object that lay there meanwhile", "class Outer { public Box? Inner; } static Box? H(Outer a, Outer b, string s) { b.Inner = new Box { Text = s }; var r = a.Inner; b.Inner = null; return r; } void M(Contact c) { var o = new Outer(); Mailer.Send(H(o, o, c.Email)!.{|ECRM2002:Text|}); }")]
    [InlineData("the object itself, by its other name", "string t = \"\"; string H(Job b, string s) { b.t = s; var r = t; b.t = \"\"; return r; } void M(Contact c) => Mailer.Send({|ECRM2002:H|}(this, c.Email));")]
    public Task Value_IsFollowed(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("one of a factory, overwritten", "static Box New() => new Box(); void M(Contact c) { var a = New(); a.Text = c.Email; a.Text = \"\"; Mailer.Send(a.Text); }")]
    [InlineData("one of a factory of a factory, overwritten", "static Box New() => new Box(); static Box Made() => New(); void M(Contact c) { var a = Made(); a.Text = c.Email; a.Text = \"\"; Mailer.Send(a.Text); }")]
    [InlineData("other one of a factory", "static Box New() => new Box(); void M(Contact c) { var a = New(); var b = New(); a.Text = c.Email; Mailer.Send(b.Text); }")]
    [InlineData("cleared where it is handed in, read there", "static void Clean(Dictionary<string, string> d) { d.Clear(); Mailer.Send(d[\"a\"]); } void M(Contact c) => Clean(new() { [\"a\"] = c.Email });")]
    [InlineData("cleared where it is handed in, read by the caller", "static void Clean(Dictionary<string, string> d) => d.Clear(); void M(Contact c) { var d = new Dictionary<string, string> { [\"a\"] = c.Email }; Clean(d); Mailer.Send(d[\"a\"]); }")]
    [InlineData("keys that differ in a slash", "void M(Contact c) { var d = new Dictionary<string, string> { [\"a/b\"] = c.Email, [\"a\u2215b\"] = c.Name }; Mailer.Send(d[\"a\u2215b\"]); }")]
    [InlineData("two objects, of which one is overwritten", "static void H(Box a, Box b, string s) { b.Text = s; b.Text = a.Text; } void M(Contact c) { var p = new Box(); var q = new Box(); H(p, q, c.Email); Mailer.Send(p.Text); Mailer.Send(q.Text); }")]
    [InlineData("one object under two names, overwritten", "static void H(Box a, Box b, string s) { b.Text = s; b.Text = a.Other; } void M(Contact c) { var p = new Box(); H(p, p, c.Email); Mailer.Send(p.Text); }")]
    [InlineData("two lists, of which one is cleared", "static string H(List<string> a, List<string> b, string s) { b.Add(s); var r = a[0]; b.Clear(); return r; } void M(Contact c) => Mailer.Send(H([\"\"], [], c.Email));")]
    [InlineData("part of another whole", "class Outer { public Box Inner = new(); } static string? H(Outer a, Box b, string s) { b.Text = s; var r = a.Inner.Text; b.Text = \"\"; return r; } void M(Contact c) { var o = new Outer(); Mailer.Send(H(new Outer(), o.Inner, c.Email)); }")]
    [InlineData("another object of the class", "string t = \"\"; string H(Job b, string s) { b.t = s; var r = t; b.t = \"\"; return r; } void M(Contact c) => Mailer.Send(H(new Job(), c.Email));")]
    public Task ValueThatDoesNotComeThere_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);
}
