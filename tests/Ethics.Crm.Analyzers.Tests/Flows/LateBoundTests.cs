namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>Members that the run time finds by a name: in <c>dynamic</c> code, by reflection, by an unsafe accessor.</summary>
public sealed class LateBoundTests
{
    private const string For = "[ForPurpose(\"marketing\")] ";
    private const string Types = "public class Desk { public string Describe(Contact c) => c.Email; public virtual string Tell(Contact c) => c.Name; public string? Text { get; set; } public string Mail(Contact c) => c.Email; } public class Mailing : Desk { public override string Tell(Contact c) => c.Email; } public class Other { public string Describe(Contact c) => c.Name; public string? Text { get; set; } } public static class Plugins { public static object Load(string name) => name == \"desk\" ? new Desk() : new object(); }";

    [Theory]
    [InlineData("cast", For + "string M(Contact c) => ((dynamic)c).{|ECRM2001:Email|};")]
    [InlineData("variable", For + "string M(Contact c) { dynamic d = c; return d.{|ECRM2001:Email|}; }")]
    [InlineData("property by reflection", For + "object? M(Contact c) => typeof(Contact).GetProperty(\"Email\")!.{|ECRM2001:GetValue|}(c);")]
    [InlineData("property by reflection, asked for", For + "object? M(Contact c) => typeof(Contact).GetProperty(nameof(Contact.Email))?.{|ECRM2001:GetValue|}(c);")]
    [InlineData("property by the object's type", For + "object? M(Contact c) => c.GetType().GetProperty(\"Email\")!.{|ECRM2001:GetValue|}(c);")]
    [InlineData("property in a variable", For + "object? M(Contact c) { var p = typeof(Contact).GetProperty(\"Email\")!; return p.{|ECRM2001:GetValue|}(c); }")]
    [InlineData("type in a variable", For + "object? M(Contact c) { var t = typeof(Contact); return t.GetProperty(\"Email\")!.{|ECRM2001:GetValue|}(c); }")]
    [InlineData("backing field", For + "object? M(Contact c) => typeof(Contact).GetField(\"<Email>k__BackingField\", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.{|ECRM2001:GetValue|}(c);")]
    public Task MemberThatTheBodyNames_IsRead(string form, string members) => Flow.VerifyAsync(form, members, types: Types);

    [Theory]
    [InlineData("other member, dynamic", For + "string M(Contact c) => ((dynamic)c).Name;")]
    [InlineData("other member, reflection", For + "object? M(Contact c) => typeof(Contact).GetProperty(\"Name\")!.GetValue(c);")]
    [InlineData("written", For + "void M(Contact c) { dynamic d = c; d.Email = \"\"; typeof(Contact).GetProperty(\"Email\")!.SetValue(c, \"\"); }")]
    [InlineData("member of another type", For + "string M(Other o) => ((dynamic)o).Text;")]
    [InlineData("name of it", For + "string M(Contact c) => typeof(Contact).GetProperty(\"Email\")!.Name;")]
    [InlineData("for its purpose", "[ForPurpose(\"support\")] object? M(Contact c) { dynamic d = c; return d.Email + typeof(Contact).GetProperty(\"Email\")!.GetValue(c); }")]
    public Task OtherMember_IsNotRead(string form, string members) => Flow.VerifyAsync(form, members, types: Types);

    [Theory]
    [InlineData("reflection", "void M(Contact c) => Mailer.Send(typeof(Contact).GetProperty(\"Email\")!.{|ECRM2002:GetValue|}(c));")]
    [InlineData("dynamic", "void M(Contact c) { dynamic d = c; string t = d.Email; Mailer.Send({|ECRM2002:t|}); }")]
    [InlineData("object of a helper", "static dynamic Same(Contact c) => c; void M(Contact c) { var d = Same(c); string t = d.Email; Mailer.Send({|ECRM2002:t|}); }")]
    [InlineData("method", "void M(Contact c) { dynamic d = new Desk(); string t = d.Describe(c); Mailer.Send({|ECRM2002:t|}); }")]
    [InlineData("method of what a helper makes", "void M(Contact c) { dynamic d = Plugins.Load(\"desk\"); string t = d.Describe(c); Mailer.Send({|ECRM2002:t|}); }")]
    [InlineData("method of a parameter", "void M(Contact c, Desk e) { dynamic d = e; string t = d.Describe(c); Mailer.Send({|ECRM2002:t|}); }")]
    [InlineData("override", "void M(Contact c) { dynamic d = new Mailing(); string t = d.Tell(c); Mailer.Send({|ECRM2002:t|}); }")]
    [InlineData("override of a parameter", "void M(Contact c, Desk e) { dynamic d = e; string t = d.Tell(c); Mailer.Send({|ECRM2002:t|}); }")]
    [InlineData("nobody knows which", "void M(Contact c, dynamic d) { string t = d.Mail(c); Mailer.Send({|ECRM2002:t|}); }")]
    [InlineData("dynamic argument", "string Of(Contact c) => c.Email; void M(dynamic c) { string t = Of(c); Mailer.Send({|ECRM2002:t|}); }")]
    [InlineData("dynamic argument of another object", "void M(dynamic c, Desk d) { string t = d.Describe(c); Mailer.Send({|ECRM2002:t|}); }")]
    [InlineData("what the method does itself", "static void Use(string s) => Mailer.Send({|ECRM2002:s|}); void M(Contact c) { dynamic d = c; string t = d.Email; Use(t); }")]
    [InlineData("put into a member", "void M(Contact c) { var k = new Desk(); dynamic d = k; d.Text = c.Email; Mailer.Send(k.{|ECRM2002:Text|}); }")]
    [InlineData("read of a member", "void M(Contact c) { dynamic d = new Desk { Text = c.Email }; string t = d.Text; Mailer.Send({|ECRM2002:t|}); }")]
    [InlineData("record of names", "void M(Contact c) { dynamic d = new System.Dynamic.ExpandoObject(); d.Mail = c.Email; string t = d.Mail; Mailer.Send({|ECRM2002:t|}); }")]
    [InlineData("record of names as a dictionary", "static System.Dynamic.ExpandoObject Make(Contact c) { dynamic d = new System.Dynamic.ExpandoObject(); d.Name = c.Name; d.Mail = c.Email; return d; } void M(Contact c) { IDictionary<string, object?> d = Make(c); var t = d[\"Mail\"] as string; Mailer.Send({|ECRM2002:t|}); }")]
    public Task WhatTheRunTimeBinds_IsFollowed(string form, string members) => Flow.VerifyAsync(form, members, types: Types);

    [Theory]
    [InlineData("other object", "void M(Contact c) { dynamic d = new Other(); string t = d.Describe(c); Mailer.Send(t); }")]
    [InlineData("other member", "void M(Contact c) { dynamic d = new Desk { Text = c.Email }; string t = d.Tell(c); Mailer.Send(t); }")]
    [InlineData("base", "void M(Contact c) { dynamic d = new Desk(); string t = d.Tell(c); Mailer.Send(t); }")]
    [InlineData("overwritten", "void M(Contact c) { dynamic d = new System.Dynamic.ExpandoObject(); d.Mail = c.Email; d.Mail = \"\"; string t = d.Mail; Mailer.Send(t); }")]
    [InlineData("other name", "void M(Contact c) { dynamic d = new System.Dynamic.ExpandoObject(); d.Mail = c.Email; d.Name = c.Name; string t = d.Name; Mailer.Send(t); }")]
    [InlineData("other argument", "void M(Contact c, Other o) { dynamic d = o; string t = d.Describe(c); Mailer.Send(t); }")]
    public Task WhatTheRunTimeDoesNotBind_IsSilent(string form, string members) => Flow.VerifyAsync(form, members, types: Types);

    [Theory]
    [InlineData("dynamic parameter", For + "object M(dynamic d) => d.{|ECRM9002:Email|};")]
    [InlineData("name that is read", For + "object? M(Contact c, string name) => typeof(Contact).GetProperty(name)!.{|ECRM9002:GetValue|}(c);")]
    [InlineData("each of them", "void M(Contact c) { foreach (var p in typeof(Contact).GetProperties()) Mailer.Send(p.{|ECRM9002:GetValue|}(c)); }")]
    [InlineData("in a helper", "static object? Get(object o, string name) => o.GetType().GetProperty(name)!.{|ECRM9002:GetValue|}(o); void M(Contact c) => Mailer.Send(Get(c, \"Email\"));")]
    [InlineData("in a helper of a helper", "static object? Get(object o, string name) => o.GetType().GetProperty(name)!.{|ECRM9002:GetValue|}(o); static object? Two<T>(T o) where T : notnull => Get(o, \"Email\"); void M(Contact c) => Mailer.Send(Two(c));")]
    public Task FalseNegative_MemberThatOnlyTheRunTimeKnows_IsToldAndNotFollowed(string form, string members) => Flow.VerifyAsync(form, members, unconcluded: 1, types: Types);

    [Theory]
    [InlineData("another name", For + "object M(dynamic d) => d.Mail;")]
    [InlineData("an object without labels", "void M(Other c) { foreach (var p in typeof(Other).GetProperties()) Mailer.Send(p.GetValue(c)); }")]
    [InlineData("a helper for an object without labels", "static object? Get(object o, string name) => o.GetType().GetProperty(name)!.GetValue(o); void M(Other c) => Mailer.Send(Get(c, \"Text\"));")]
    public Task MemberWithoutLabel_IsNotTold(string form, string members) => Flow.VerifyAsync(form, members, types: Types);

    private const string Accessed = "public class Card { [DataCategory(\"contact.email\"), CollectedFor(\"support\")] private string _mail = \"\"; private string _tier = \"\"; [DataSubjectId] public int Id { get; } public string Both => _mail.Length > 0 ? _tier : \"\"; } public static class Inside { [System.Runtime.CompilerServices.UnsafeAccessor(System.Runtime.CompilerServices.UnsafeAccessorKind.Field, Name = \"_mail\")] public static extern ref string Mail(Card c); [System.Runtime.CompilerServices.UnsafeAccessor(System.Runtime.CompilerServices.UnsafeAccessorKind.Field, Name = \"_tier\")] public static extern ref string Tier(Card c); [System.Runtime.CompilerServices.UnsafeAccessor(System.Runtime.CompilerServices.UnsafeAccessorKind.Method, Name = \"get_Email\")] public static extern string Email(Contact c); }";

    [Theory]
    [InlineData("field", For + "string M(Card c) => Inside.{|ECRM2001:Mail|}(c);")]
    [InlineData("field, flow", "void M(Card c) { var t = Inside.Mail(c); Mailer.Send({|ECRM2002:t|}); }")]
    [InlineData("getter", For + "string M(Contact c) => Inside.{|ECRM2001:Email|}(c);")]
    [InlineData("other field", For + "string M(Card c) => Inside.Tier(c);")]
    [InlineData("written", For + "void M(Card c) => Inside.Mail(c) = \"\";")]
    public Task UnsafeAccessor_CarriesTheLabelOfItsMember(string form, string members)
        => Rules.VerifyWithContactAsync(
            $$"""
            using System; using Acme.Crm; using Ethics.Crm;
            #nullable enable
            {{Accessed}}
            public static class Mailer { [ForPurpose("marketing")] public static void Send(object? value) { } }
            public class Job { {{members}} }
            """,
            check => { Assert.NotEmpty(form); check.DisabledDiagnostics.Add("ECRM1106"); });
}
