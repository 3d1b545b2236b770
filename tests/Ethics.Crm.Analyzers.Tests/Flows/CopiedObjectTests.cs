namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>A copy that an object makes of itself holds what the object held, and is another one from then on.</summary>
public sealed class CopiedObjectTests
{
    private const string Copyable = "class B : ICloneable { public string T = \"\"; public string O = \"\"; public B Copy() => (B)MemberwiseClone(); public object Clone() => MemberwiseClone(); public B Scrubbed() { var d = (B)MemberwiseClone(); d.T = \"\"; return d; } } ";

    private const string Around = "class A { public string T = \"\"; } class B { public A In = new(); public B Copy() => (B)MemberwiseClone(); public B Deep() { var d = (B)MemberwiseClone(); d.In = new A(); return d; } } ";

    [Theory]
    [InlineData("part", Copyable + "void M(Contact c) { var b = new B { T = c.Email }; Mailer.Send(b.Copy().{|ECRM2002:T|}); }")]
    [InlineData("original", Copyable + "void M(Contact c) { var b = new B { T = c.Email }; var d = b.Copy(); d.T = \"\"; Mailer.Send(b.{|ECRM2002:T|}); }")]
    [InlineData("other part of one that is scrubbed", Copyable + "void M(Contact c) { var b = new B { O = c.Email }; Mailer.Send(b.Scrubbed().{|ECRM2002:O|}); }")]
    [InlineData("through the interface", Copyable + "void M(Contact c) { var b = new B { T = c.Email }; var d = (B)b.Clone(); Mailer.Send(d.{|ECRM2002:T|}); }")]
    [InlineData("member of a derived class", "class B { public B Copy() => (B)MemberwiseClone(); } class D : B { public string T = \"\"; } void M(Contact c) { var d = new D { T = c.Email }; Mailer.Send(((D)d.Copy()).{|ECRM2002:T|}); }")]
    [InlineData("object that both hold", Around + "void M(Contact c) { var b = new B(); var d = b.Copy(); b.In.T = c.Email; Mailer.Send(d.In.{|ECRM2002:T|}); }")]
    public Task WhatWasThere_IsInTheCopy(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("overwritten in the copy", Copyable + "void M(Contact c) { var b = new B { T = c.Email }; var d = b.Copy(); d.T = \"\"; Mailer.Send(d.T + d.O); }")]
    [InlineData("overwritten by the object itself", Copyable + "void M(Contact c) { var b = new B { T = c.Email }; Mailer.Send(b.Scrubbed().T); }")]
    [InlineData("overwritten, through the interface", Copyable + "void M(Contact c) { var b = new B { T = c.Email }; var d = (B)b.Clone(); d.T = \"\"; Mailer.Send(d.T); }")]
    [InlineData("put into the original later", Copyable + "void M(Contact c) { var b = new B(); var d = b.Copy(); b.T = c.Email; Mailer.Send(d.T); }")]
    [InlineData("object that only one holds", Around + "void M(Contact c) { var b = new B(); b.In.T = c.Email; Mailer.Send(b.Deep().In.T); }")]
    [InlineData("other member of a derived class", "class B { public B Copy() => (B)MemberwiseClone(); } class D : B { public string T = \"\"; public string O = \"\"; } void M(Contact c) { var d = new D { T = c.Email }; Mailer.Send(((D)d.Copy()).O); }")]
    public Task WhatIsNotThere_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);
}
