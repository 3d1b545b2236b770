namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2002 where a member keeps the object that it was declared with: its class is known whoever asks.</summary>
public sealed class MadeWhereDeclaredTests
{
    private const string Types = "public interface I { string Of(Contact c); } public class ByMail : I { public string Of(Contact c) => c.Email; } public class ByName : I { public string Of(Contact c) => c.Name; }"
        + " public static class Ways { public static I Name { get; } = new ByName(); public static I Mail { get; } = new ByMail(); }"
        + " public class Base { public virtual string Of(Contact c) => c.Name; public string Show(Contact c) => Of(c); } public class Loud : Base { public override string Of(Contact c) => c.Email; } public class Quiet : Base { }";

    [Theory]
    [InlineData("static", "static readonly I one = new ByName(); void M(Contact c) => Mailer.Send(one.Of(c));")]
    [InlineData("static, beside another", "static readonly I one = new ByName(), two = new ByMail(); void M(Contact c) { Mailer.Send(one.Of(c)); GC.KeepAlive(two.Of(c)); }")]
    [InlineData("of each object", "readonly I one = new ByName(); void M(Contact c) => Mailer.Send(one.Of(c));")]
    [InlineData("property of another class", "void M(Contact c) => Mailer.Send(Ways.Name.Of(c));")]
    public Task WhatAnotherClassDoes_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members, types: Types);

    [Theory]
    [InlineData("static", "static readonly I one = new ByMail(); void M(Contact c) => Mailer.Send(one.{|ECRM2002:Of|}(c));")]
    [InlineData("property of another class", "void M(Contact c) => Mailer.Send(Ways.Mail.{|ECRM2002:Of|}(c));")]
    [InlineData("not read-only", "I one = new ByName(); public void Turn() => one = new ByMail(); void M(Contact c) => Mailer.Send(one.{|ECRM2002:Of|}(c));")]
    [InlineData("set by a constructor", "readonly I one = new ByName(); public Job(bool b) { if (b) one = new ByMail(); } void M(Contact c) => Mailer.Send(one.{|ECRM2002:Of|}(c));")]
    [InlineData("set by a static constructor", "static readonly I one = new ByName(); static Job() => one = new ByMail(); void M(Contact c) => Mailer.Send(one.{|ECRM2002:Of|}(c));")]
    [InlineData("handed out by reference in a constructor", "readonly I one = new ByName(); public Job() => Set(ref one); static void Set(ref I one) => one = new ByMail(); void M(Contact c) => Mailer.Send(one.{|ECRM2002:Of|}(c));")]
    [InlineData("set when it is initialised", "readonly I one = new ByName(); public bool Loud { init => one = new ByMail(); } void M(Contact c) => Mailer.Send(one.{|ECRM2002:Of|}(c));")]
    [InlineData("overridden", "protected virtual I One { get; } = new ByName(); void M(Contact c) => Mailer.Send(One.{|ECRM2002:Of|}(c)); class Other : Job { protected override I One { get; } = new ByMail(); }")]
    [InlineData("made elsewhere", "static readonly I one = Make(); static I Make() => new ByMail(); void M(Contact c) => Mailer.Send(one.{|ECRM2002:Of|}(c));")]
    [InlineData("what its base calls", "readonly Base one = new Loud(); void M(Contact c) => Mailer.Send(one.{|ECRM2002:Show|}(c));")]
    public Task WhatItsClassDoes_IsFollowed(string form, string members) => Flow.VerifyAsync(form, members, types: Types);
}
