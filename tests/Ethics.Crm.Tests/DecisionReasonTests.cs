using Ethics.Crm.Runtime;
using Ethics.Crm.Tests.Fixtures;

namespace Ethics.Crm.Tests;

/// <summary>Each lawful basis and each rule of the policy with its nearest opposite; each refusal names its rule and what would change it.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class DecisionReasonTests : IDisposable
{
    private const string Policy =
        """
        {
          "version": 1,
          "categories": {
            "contact.email": { "collectedFor": ["contract", "law", "life", "task", "interest", "consent", "post", "post-on-contract", "ceiling-out"] }, "contact.age": {}, "content.note": {},
            "card": { "only": ["contract"] }, "health": { "special": true }, "origin": { "protected": true }, "told": { "inConfidence": true }, "hardship": {},
            "billed": { "collectedFor": ["contract"] },
            "agreed": { "collectedFor": ["consent"] }
          },
          "purposes": {
            "contract": { "basis": "contract" }, "law": { "basis": "legal-obligation" }, "life": { "basis": "vital-interests" },
            "task": { "basis": "public-task" }, "interest": { "basis": "legitimate-interests", "assessment": "LIA" }, "consent": { "basis": "consent" },
            "post": { "basis": "legitimate-interests", "assessment": "LIA", "directMarketing": true }, "post-on-contract": { "basis": "contract", "directMarketing": true },
            "ceiling-out": { "basis": "contract" }, "care": { "basis": "contract", "article9": "Art. 9(2)(h)" },
            "credit": { "basis": "contract", "decision": true }, "tailor": { "basis": "contract", "personalisation": true },
            "fraud": { "basis": "legal-obligation" }, "fraud-report": { "basis": "legal-obligation" }
          },
          "compatible": [ { "from": "contract", "to": "fraud", "because": "a" }, { "from": "fraud", "to": "fraud-report", "because": "b" } ],
          "rules": [
            { "id": "no-hardship", "deny": { "categories": ["hardship"], "purposes": ["consent"] }, "because": "P11", "evenWithConsent": true },
            { "id": "not-yet", "deny": { "categories": ["hardship"], "purposes": ["interest"] }, "because": "P11" }
          ]
        }
        """;

    // What a policy may not contradict itself in, labels of code still can.
    private static readonly GuardedMember[] Labelled =
    [
        Made("Card", "card", "contract", "consent"), Made("Health", "health", "contract", "care", "consent"), Made("Origin", "origin", "credit", "contract"),
        Made("Told", "told", "tailor", "contract"), Made("Hardship", "hardship", "consent", "interest", "contract"),
    ];

    private readonly TestHost _host = new(Policy);
    private readonly SubjectKey _person = TestHost.Person(7);

    // Whatever test runs first: a static of which nothing is read may not be made yet.
    public DecisionReasonTests() => GC.KeepAlive(Labelled);

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Consent_IsOptIn_AndEndsWithItsWithdrawal()
    {
        Is(Refusal.ConsentMissing, "contact.email", "consent", "Ask the person");
        await _host.Ledger.GrantAsync(_person, "consent");
        IsAllowed("contact.email", "consent");
        await _host.Ledger.WithdrawAsync(_person, "consent");
        Is(Refusal.ConsentWithdrawn, "contact.email", "consent", "consenting again");
    }

    [Theory]
    [InlineData("contract")]
    [InlineData("law")]
    [InlineData("life")]
    public async Task BasisWithoutObjection_NeedsNobodysYes_AndKnowsNoObjection_ButARestriction(string purpose)
    {
        IsAllowed("contact.email", purpose);
        Assert.True(_host.Decisions.Decide(default, "contact.email", purpose).Allowed);
        await Assert.ThrowsAsync<ArgumentException>(() => _host.Ledger.ObjectAsync(_person, purpose));
        await _host.Ledger.RestrictAsync(_person, "contested");
        Is(Refusal.Restriction, "contact.email", purpose, "lifted");
        await _host.Ledger.LiftRestrictionAsync(_person);
        IsAllowed("contact.email", purpose);
    }

    [Theory]
    [InlineData("task", "agreeing to it")]
    [InlineData("interest", "agreeing to it")]
    [InlineData("post", "direct marketing always holds")]
    [InlineData("post-on-contract", "direct marketing always holds")]
    public async Task BasisWithObjection_IsAllowedUntilIt_AndOfSomebodyUnknownNotAtAll(string purpose, string remedy)
    {
        IsAllowed("contact.email", purpose);
        Assert.Equal(Refusal.SubjectUnknown, _host.Decisions.Decide(default, "contact.email", purpose).Refusal);
        await _host.Ledger.ObjectAsync(_person, purpose);
        Is(Refusal.Objection, "contact.email", purpose, remedy);
        Assert.Equal("Objection", Reading.In(purpose, () => new Contact { Id = 7, Email = "value" }.Email));
        await _host.Ledger.GrantAsync(_person, purpose);
        IsAllowed("contact.email", purpose);
    }

    [Fact]
    public async Task SpecialData_NeedsConsentOrTheGroundOfThePurpose()
    {
        Is(Refusal.SpecialCategory, "Shop.Reasons.Health", "contract", "article9");
        IsAllowed("Shop.Reasons.Health", "care");
        Is(Refusal.ConsentMissing, "Shop.Reasons.Health", "consent", "Ask");
        await _host.Ledger.GrantAsync(_person, "consent");
        IsAllowed("Shop.Reasons.Health", "consent");
    }

    [Fact]
    public async Task RuleThatHoldsEvenWithConsent_IsLiftedByNone_AndIsNamed()
    {
        await _host.Ledger.GrantAsync(_person, "consent");

        Assert.Equal("no-hardship", Is(Refusal.DeniedByRule, "Shop.Reasons.Hardship", "consent", "Nothing that a person could say").Rule);
        Assert.Equal("not-yet", Is(Refusal.DeniedByRule, "Shop.Reasons.Hardship", "interest", "change of rule").Rule);
        Assert.Null(IsAllowed("Shop.Reasons.Hardship", "contract").Rule);
        IsAllowed("contact.email", "consent");
    }

    [Fact]
    public async Task Compatible_DoesNotChain_AndNeverStartsFromConsent()
    {
        IsAllowed("billed", "fraud");
        Is(Refusal.NotPermitted, "billed", "fraud-report", "compatible");
        await _host.Ledger.GrantAsync(_person, "consent");
        Is(Refusal.NotPermitted, "agreed", "fraud", "tell people");
    }

    [Fact]
    public void ProtectedDataDecidesNothing_WhatWasToldInConfidenceTailorsNothing_AndTheCeilingHolds()
    {
        Is(Refusal.ProtectedInDecision, "Shop.Reasons.Origin", "credit", "Decide without it");
        IsAllowed("Shop.Reasons.Origin", "contract");
        Is(Refusal.InConfidence, "Shop.Reasons.Told", "tailor", "Leave it out");
        IsAllowed("Shop.Reasons.Told", "contract");
        Is(Refusal.NotPermitted, "Shop.Reasons.Card", "consent", "only");
        IsAllowed("Shop.Reasons.Card", "contract");
    }

    [Fact]
    public void WhatIsUnknown_HasARemedyToo_AndBeforeTheStartAllHas()
    {
        Is(Refusal.UnknownPurpose, "contact.email", "contrac", "'contract'");
        Is(Refusal.NotPermitted, "contact.shoe-size", "contract", "Declare the category");
        Is(Refusal.NoScope, "contact.email", " ", "Name a purpose");
        Assert.Equal(Refusal.Recipient, _host.Decisions.Decide(_person, "contact.email", "contract", "somebody").Refusal);
        var decisions = _host.Decisions;
        _host.Dispose();
        Assert.Equal(Refusal.PolicyUnavailable, decisions.Decide(_person, "contact.email", "contract").Refusal);
    }

    [Fact]
    public async Task AskedAgain_TheAnswerIsTheSameObject_AndFollowsThePersonAtOnce()
    {
        await _host.Ledger.GrantAsync(_person, "consent");
        var first = IsAllowed("contact.email", "consent");
        Assert.Same(first, IsAllowed("contact.email", "consent"));
        await _host.Ledger.WithdrawAsync(_person, "consent");
        Is(Refusal.ConsentWithdrawn, "contact.email", "consent", "again");
        Assert.Equal(Refusal.ConsentMissing, _host.Decisions.Decide(TestHost.Person(8), "contact.email", "consent").Refusal);
    }

    [Fact]
    public async Task AllowedDecision_AllocatesNothing()
    {
        await _host.Ledger.GrantAsync(_person, "consent");
        var decisions = _host.Decisions;
        for (var i = 0; i < 1000; i++)
            Assert.True(decisions.Decide(_person, "contact.email", "consent").Allowed);

        Assert.Equal(0, Allocation.Least(() =>
        {
            for (var i = 0; i < 1000; i++)
                _ = decisions.Decide(_person, "contact.email", "consent").Allowed;
        }));
    }

    private static GuardedMember Made(string name, string category, params string[] collectedFor) =>
        new($"Reasons.{name}", false, [], [], [], new MemberLabel($"Shop.Reasons.{name}", category, collectedFor, []));

    private PurposeDecision Is(Refusal refusal, string category, string purpose, string remedy)
    {
        var decision = _host.Decisions.Decide(_person, category, purpose);
        Assert.Equal((false, refusal), (decision.Allowed, decision.Refusal));
        Assert.Contains(remedy, decision.Remedy);
        Assert.False(string.IsNullOrEmpty(decision.Reason));
        return decision;
    }

    private PurposeDecision IsAllowed(string category, string purpose)
    {
        var decision = _host.Decisions.Decide(_person, category, purpose);
        Assert.True(decision.Allowed, decision.Reason);
        Assert.Equal((null, null), (decision.Refusal, decision.Remedy));
        return decision;
    }
}
