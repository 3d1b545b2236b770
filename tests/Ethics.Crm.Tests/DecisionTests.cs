using Ethics.Crm.Tests.Fixtures;

namespace Ethics.Crm.Tests;

[Collection(OneHostAtATime.Name)]
public sealed class DecisionTests
{
    private static readonly SubjectKey Person = TestHost.Person(7);

    private static readonly string WithRecipient = TestHost.Policy.TrimEnd().TrimEnd('}')
        + """, "recipients": { "mailer": { "role": "processor", "for": ["marketing"], "categories": ["contact"] } }, "rules": [ { "id": "no-age", "deny": { "categories": ["contact.age"], "purposes": ["billing"] }, "because": "P11" } ] }""";

    [Fact]
    public async Task Decision_FollowsLabelAndPerson()
    {
        using var host = new TestHost();
        _ = new Contact { Id = 7, Email = "value" };

        Assert.True(host.Decisions.Decide(Person, "contact.email", "support").Allowed);
        Assert.True(host.Decisions.Decide(Person, "Contact.Email", "support").Allowed);
        Assert.False(host.Decisions.Decide(Person, "contact.email", "billing").Allowed);
        Assert.False(host.Decisions.Decide(Person, "contact.email", "marketing").Allowed);
        await host.Ledger.GrantAsync(Person, "marketing");
        Assert.True(host.Decisions.Decide(Person, "contact.email", "marketing").Allowed);
    }

    [Theory]
    [InlineData("contact.email", "astrology", "astrology")]
    [InlineData("contact.shoe-size", "support", "contact.shoe-size")]
    public void WhatIsUnknown_IsRefusedAndNamed(string member, string purpose, string named)
    {
        using var host = new TestHost();

        var decision = host.Decisions.Decide(Person, member, purpose);

        Assert.False(decision.Allowed);
        Assert.Contains(named, decision.Reason);
    }

    [Fact]
    public async Task Recipient_MustBeThereForThePurposeAndTheCategory()
    {
        using var host = new TestHost(WithRecipient);
        await host.Ledger.GrantAsync(Person, "marketing");

        Assert.True(host.Decisions.Decide(Person, "contact.email", "marketing", "mailer").Allowed);
        Assert.False(host.Decisions.Decide(Person, "contact.email", "support", "mailer").Allowed);
        Assert.False(host.Decisions.Decide(Person, "contact.email", "marketing", "somebody").Allowed);
    }

    [Fact]
    public void ReasonsAndKeys_CarryNoId()
    {
        using var host = new TestHost();
        var person = new SubjectKey(null, "contact", "secret-id");

        Assert.DoesNotContain("secret-id", host.Decisions.Decide(person, "contact.email", "marketing").Reason);
        Assert.DoesNotContain("secret-id", person.ToString());
    }
}
