namespace Ethics.Crm.Analyzers.Tests.Disclosure;

/// <summary>ECRM3001: what a recipient is given, and the nearest program that gives it nothing it may not have.</summary>
public sealed class DisclosedTests
{
    [Theory]
    [InlineData("class that discloses", "void M(Contact c) => MailChimp.Send(c.{|ECRM3001:Email|});")]
    [InlineData("within a value", "void M(Contact c) => MailChimp.Send({|ECRM3001:new { To = c.Email }|});")]
    [InlineData("through a helper", "void M(Contact c) => H(c.Email); void H(string s) => MailChimp.Send({|ECRM3001:s|});")]
    [InlineData("result of a helper", "string H(Contact c) => c.Email.Trim(); void M(Contact c) => MailChimp.Send({|ECRM3001:H|}(c));")]
    [InlineData("method of an interface", "void M(Contact c, IPost p) => p.Send(c.{|ECRM3001:Email|});")]
    [InlineData("class behind the interface", "void M(Contact c, Post p) => p.Send(c.{|ECRM3001:Email|});")]
    [InlineData("parameter", "void M(Contact c) => new Letter().Add(c.{|ECRM3001:Email|}, null);")]
    [InlineData("property", "void M(Contact c) { var l = new Letter(); l.Body = c.{|ECRM3001:Email|}; }")]
    [InlineData("property in an initializer", "void M(Contact c) { var l = new Letter { Body = c.{|ECRM3001:Email|} }; }")]
    [InlineData("property, added to", "void M(Contact c, Letter l) => l.Body += c.{|ECRM3001:Email|};")]
    [InlineData("whole object", "void M(Contact c) => MailChimp.Send({|ECRM3001:c|});")]
    [InlineData("list of whole objects", "void M(List<Contact> c) => MailChimp.Send({|ECRM3001:c|});")]
    [InlineData("elements of a list", "void M(Contact c) { var l = new List<string> { c.Email }; MailChimp.Send({|ECRM3001:l|}); }")]
    [InlineData("value that may not serve the recipient's purpose", "[CollectedFor(\"support\"), DataCategory(\"contact.phone\")] string Phone { get; set; } = \"\"; void M() => MailChimp.Send({|ECRM3001:Phone|});")]
    [InlineData("category that it may not have", "[CollectedFor(\"marketing\"), DataCategory(\"content.note\")] string Note { get; set; } = \"\"; void M() => MailChimp.Send({|ECRM3001:Note|});")]
    [InlineData("no category", "[CollectedFor(\"marketing\")] string Nick { get; set; } = \"\"; void M() => MailChimp.Send({|ECRM3001:Nick|});")]
    [InlineData("code for a purpose that is not the recipient's", "[CollectedFor(\"marketing\", \"billing\"), DataCategory(\"contact.phone\")] string Phone { get; set; } = \"\"; [ForPurpose(\"billing\")] void M() => MailChimp.Send({|ECRM3001:Phone|});")]
    [InlineData("caller for a purpose that is not the recipient's", "[CollectedFor(\"marketing\", \"billing\"), DataCategory(\"contact.phone\")] string Phone { get; set; } = \"\"; [ForPurpose(\"billing\")] void M() => H(Phone); void H(string s) => MailChimp.Send({|ECRM3001:s|});")]
    public Task DisclosedValue_IsReported(string form, string members) => Outlets.VerifyAsync(form, members);

    [Theory]
    [InlineData("what it may have", "[CollectedFor(\"marketing\"), DataCategory(\"contact.phone\")] string Phone { get; set; } = \"\"; [ForPurpose(\"marketing\")] void M() => MailChimp.Send({|ECRM4001:Phone|});")]
    [InlineData("undeclared code", "[CollectedFor(\"marketing\"), DataCategory(\"contact.phone\")] string Phone { get; set; } = \"\"; void M() => MailChimp.Send(Phone);")]
    [InlineData("constant", "void M(Contact c) => MailChimp.Send(\"nobody\");")]
    [InlineData("unlabelled member", "void M(Contact c) => MailChimp.Send(new Plain { Text = \"x\" });")]
    [InlineData("overwritten", "void M(Contact c) { var e = c.Email; e = \"\"; MailChimp.Send(e); }")]
    [InlineData("another parameter", "void M(Contact c) => new Letter().Add(null, c.Email);")]
    [InlineData("another property", "void M(Contact c) { var l = new Letter(); l.Note = c.Email; }")]
    [InlineData("null check", "void M(Contact c) => MailChimp.Send(c.Email == null);")]
    [InlineData("count", "void M(List<Contact> c) => MailChimp.Send(c.Count);")]
    public Task ValueThatIsNotDisclosed_IsSilent(string form, string members) => Outlets.VerifyAsync(form, members);

    [Fact]
    public Task PolicySink_DisclosesAsTheAttributeDoes()
        => Outlets.VerifyAsync("sink", "class Sms { public void Send(string to, int times) { } public void Keep(string to) { } public string? From { get; set; } } void M(Contact c, Sms s) { s.Send(c.{|ECRM3001:Email|}, 1); s.Keep(c.Email); s.From = c.{|ECRM3001:Email|}; }", check =>
        {
            check.Policies.Clear();
            check.Policies.Add(TestKit.TestPolicy.Of(TestKit.Policies.Fabrikam.Replace("\"rules\":", "\"sinks\": [ { \"method\": \"Work.Sms.Send\", \"disclosesTo\": \"mailchimp\" }, { \"method\": \"Work.Sms.From\", \"disclosesTo\": \"mailchimp\" } ], \"rules\":", StringComparison.Ordinal)));
        });

    /// <summary>Whoever implements or overrides what the policy names hands on what it is given, as with the attribute.</summary>
    [Fact]
    public Task SinkOfTheBase_IsOneOfWhatIsDerived()
        => Outlets.VerifyAsync("base", "interface IPost { void Send(string s); void Keep(string s); } class Post : IPost { public void Send(string s) { } public void Keep(string s) { } public void Send(int n) { } } void M(Contact c, Post p) { p.Send(c.{|ECRM3001:Email|}); p.Keep(c.Email); p.Send(c.Email.Length); }", check =>
        {
            check.Policies.Clear();
            check.Policies.Add(TestKit.TestPolicy.Of(TestKit.Policies.Fabrikam.Replace("\"rules\":", "\"sinks\": [ { \"method\": \"Work.IPost.Send\", \"disclosesTo\": \"mailchimp\" } ], \"rules\":", StringComparison.Ordinal)));
        });

    [Fact]
    public Task Message_NamesMemberRecipientAndReason()
        => Outlets.VerifyAsync("message", "void M(Contact c) => MailChimp.Send(c.{|#0:Email|});", check => check.ExpectedDiagnostics.Add(
            new Microsoft.CodeAnalysis.Testing.DiagnosticResult("ECRM3001", Microsoft.CodeAnalysis.DiagnosticSeverity.Warning).WithLocation(0).WithLocation(0).WithMessage(
                "'Contact.Email' is collected for support only but is disclosed by 'MailChimp.Send', and 'mailchimp' may receive data for marketing only")));
}
