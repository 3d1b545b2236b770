using Ethics.Crm.Consent;
using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

/// <summary>While the ledger cannot say what a person decided, what needs to know it is refused, in every mode.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class UnreachableLedgerTests
{
    private readonly Source _source = new();
    private readonly Contact _contact = new() { Id = 7, Email = "value" };

    [Theory]
    [InlineData("enforce", "marketing", "Stale")]
    [InlineData("audit", "marketing", "Stale")]
    [InlineData("redact", "marketing", "•••")]
    [InlineData("enforce", "analytics", "Stale")]
    [InlineData("audit", "fraud", "Stale")]
    [InlineData("enforce", "support", "value")]
    public void Read_FailsClosed_WhereThePersonMustBeKnown(string mode, string purpose, string expected)
    {
        using var host = Start(mode);

        Assert.Equal(expected, In(purpose, () => _contact.Email));
    }

    [Fact]
    public void ReadWithoutScope_IsRefusedUnderAudit_BecauseARestrictionCannotBeExcluded()
    {
        using var host = Start("audit");

        Assert.Equal("Stale", Outcome(() => _contact.Email));
    }

    [Fact]
    public void Decision_IsRefusedInWords_AndNothingIsThrown()
    {
        using var host = Start("enforce");

        var decision = host.Decisions.Decide(TestHost.Person(7), "contact.email", "marketing");

        Assert.False(decision.Allowed);
        Assert.Contains("ledger", decision.Reason);
        Assert.True(host.Decisions.Decide(TestHost.Person(7), "contact.email", "support").Allowed);
    }

    [Fact]
    public void LedgerThatAnswersAgain_IsHeardAtTheNextRead()
    {
        using var host = Start("enforce");
        Assert.Equal("Stale", In("analytics", () => _contact.Email));

        _source.Reachable = true;

        Assert.Equal("value", In("analytics", () => _contact.Email));
        Assert.Equal("ConsentMissing", In("marketing", () => _contact.Email));
    }

    private TestHost Start(string mode) =>
        new(TestHost.With($$"""  "enforcement": { "default": "{{mode}}" }"""), services: s => s.AddSingleton<IConsentSource>(_source));

    private sealed class Source : IConsentSource
    {
        public bool Reachable { get; set; }

        public IReadOnlyList<ConsentEntry> EntriesOf(SubjectKey subject) => Reachable ? [] : throw new TimeoutException("the database does not answer");
    }
}
