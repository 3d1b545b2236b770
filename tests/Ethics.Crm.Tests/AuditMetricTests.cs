using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.Logging;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

/// <summary>What audit lets pass is counted by member and purpose, for the host that owns the scope.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class AuditMetricTests
{
    private static readonly string Auditing = TestHost.With("""  "enforcement": { "default": "audit" }""");

    [Fact]
    public void AuditedReads_AreCountedByMemberPurposeAndRefusal_NamesOnly()
    {
        using var counts = new Counts("ethics_crm.audited_reads");
        using var host = new TestHost(Auditing, services: counts.Add);
        var contact = new Contact { Id = 7, Email = "value" };

        for (var i = 0; i < 3; i++)
            In("billing", () => contact.Email);
        Outcome(() => contact.Email);
        In("support", () => contact.Email);
        In("astrology", () => contact.Email);

        Assert.Equal(["Contact.Email NoScope: 1", "Contact.Email billing NotPermitted: 3"], counts.All);
        Assert.Equal(2, host.Log.At(LogLevel.Warning).Count);
        Assert.DoesNotContain(host.Log.Entries, e => e.Text.Contains("value"));
    }

    [Fact]
    public void AuditedRead_IsToldWithItsPurpose_AndWithoutOneInWordsThatNoQuotesStandAround()
    {
        using var host = new TestHost(Auditing);
        var contact = new Contact { Id = 7, Email = "value" };

        In("billing", () => contact.Email);
        Outcome(() => contact.Email);

        const string Counted = "the metric ethics_crm.audited_reads counts them.";
        Assert.Equal(
            [
                "Enforcing would have refused 'Contact.Email' for 'billing' (NotPermitted). Said once for each member and purpose; " + Counted,
                "Enforcing would have refused 'Contact.Email', read without a purpose (NoScope). Said once for each member; " + Counted,
            ],
            host.Log.At(LogLevel.Warning));
    }

    [Fact]
    public void ScopeOfSeveralPurposes_CountsThoseThatWereLetPass_OnceEach()
    {
        using var counts = new Counts("ethics_crm.audited_reads");
        using var host = new TestHost(Auditing, services: counts.Add);
        var contact = new Contact { Id = 7, Age = 30 };

        // Collected for support alone: billing is a mismatch, marketing a mismatch and without consent.
        using (PurposeScope.Enter("support", "billing", "marketing"))
            Assert.Equal(30, contact.Age);

        Assert.Equal(["Contact.Age billing NotPermitted: 1", "Contact.Age marketing NotPermitted: 1"], counts.All);
    }

    [Fact]
    public void RefusedRead_IsNotCountedAsLetPass()
    {
        using var counts = new Counts("ethics_crm.audited_reads");
        using var host = new TestHost(Auditing, services: counts.Add);

        using (PurposeScope.Enter("billing", "astrology"))
            Assert.Equal("UnknownPurpose", Outcome(() => new Contact { Id = 7, Email = "value" }.Email));

        Assert.Empty(counts.All);
    }

    [Fact]
    public void TwoHosts_CountEachForItself()
    {
        using var one = new Counts("ethics_crm.audited_reads");
        using var other = new Counts("ethics_crm.audited_reads");
        using var first = new TestHost(Auditing, services: one.Add);
        using var second = new TestHost(Auditing, services: other.Add);
        var contact = new Contact { Id = 7, Email = "value" };

        using (PurposeScope.Enter(second.Host, ["billing"]))
            _ = contact.Email;
        using (PurposeScope.Enter(second.Host, ["support"]))
        using (PurposeScope.Unchecked("ticket 4711"))
        {
        }

        Assert.Empty(one.All);
        Assert.Empty(first.Log.Entries);
        Assert.Equal(["Contact.Email billing NotPermitted: 1"], other.All);
        Assert.Contains(second.Log.Entries, e => e.Text.Contains("ticket 4711"));
    }

    [Fact]
    public void ReadThatNoHostIsKnownFor_IsCountedOnce()
    {
        using var one = new Counts("ethics_crm.audited_reads");
        using var other = new Counts("ethics_crm.audited_reads");
        using var first = new TestHost(Auditing, services: one.Add);
        using var second = new TestHost(Auditing, services: other.Add);

        In("billing", () => new Contact { Id = 7, Email = "value" }.Email);

        Assert.Single(one.All);
        Assert.Empty(other.All);
    }

    [Fact]
    public void WithoutMeterFactory_TheMetricIsThereAllTheSame()
    {
        using var counts = new Counts("ethics_crm.audited_reads", all: true);
        using var host = new TestHost(Auditing);

        In("billing", () => new Contact { Id = 7, Email = "value" }.Email);

        Assert.Equal(["Contact.Email billing NotPermitted: 1"], counts.All);
    }
}
