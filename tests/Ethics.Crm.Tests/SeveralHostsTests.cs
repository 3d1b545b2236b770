using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

[Collection(OneHostAtATime.Name)]
public sealed class SeveralHostsTests
{
    [Fact]
    public void SecondHost_WithAnotherPolicy_DoesNotStart_AndTheFirstGoesOn()
    {
        using var first = new TestHost();
        using var second = new TestHost(TestHost.Policy.Replace("\"public-task\"", "\"contract\""), start: false);

        var error = Assert.Throws<InvalidOperationException>(() => second.Services.UseEthicsCrm());

        Assert.Contains("another", error.Message, StringComparison.OrdinalIgnoreCase);
        // Whoever reads it has to find both files.
        Assert.Contains($"'{first.PolicyPath}'", error.Message);
        Assert.Contains($"'{second.PolicyPath}'", error.Message);
        Assert.Equal("value", In("support", () => new Contact { Id = 1, Email = "value" }.Email));
    }

    [Fact]
    public void SecondHost_WithTheSamePolicyInAnotherLayout_Starts()
    {
        using var first = new TestHost();
        using var second = new TestHost(TestHost.Policy.Replace("\"version\": 1,", "// the same, with a comment\n\"version\": 1,"));

        Assert.Equal("value", In("support", () => new Contact { Id = 1, Email = "value" }.Email));
    }

    [Fact]
    public void HostThatHasStopped_NoLongerCounts()
    {
        var first = new TestHost();
        ((IDisposable)first.Services).Dispose();

        using var second = new TestHost(TestHost.Policy.Replace("\"public-task\"", "\"contract\""));

        Assert.Equal("value", In("fraud", () => new Contact { Id = 1, Email = "value" }.Email));
        first.Dispose();
    }

    [Fact]
    public async Task TwoHosts_AndNoneKnown_RefuseWhatNeedsThePerson_AndOnlyThat()
    {
        using var first = new TestHost();
        using var second = new TestHost();
        await first.Ledger.GrantAsync(TestHost.Person(1), "marketing");
        var contact = new Contact { Id = 1, Email = "value" };

        Assert.Equal("HostUnknown", In("marketing", () => contact.Email));
        Assert.Equal("HostUnknown", In("analytics", () => contact.Email));
        Assert.Equal("value", In("support", () => contact.Email));
    }

    [Fact]
    public async Task ScopeOfAHost_UsesThatHostsConsent_NeverTheOthers()
    {
        using var first = new TestHost();
        using var second = new TestHost();
        await first.Ledger.GrantAsync(TestHost.Person(1), "marketing");
        var contact = new Contact { Id = 1, Email = "value" };

        using (PurposeScope.Enter(first.Host, ["marketing"]))
        {
            Assert.Equal("value", Outcome(() => contact.Email));
            // An inner scope belongs to the host of the one around it.
            Assert.Equal("value", In("marketing", () => contact.Email));
        }

        using (PurposeScope.Enter(second.Host, ["marketing"]))
            Assert.Equal("ConsentMissing", Outcome(() => contact.Email));
    }

    /// <summary>Its people are not those of the host that still runs, though that is the only one now.</summary>
    [Fact]
    public async Task ScopeOfAHostThatHasStopped_UsesNobodysConsent()
    {
        var first = new TestHost();
        using var second = new TestHost();
        await first.Ledger.GrantAsync(TestHost.Person(1), "marketing");
        await second.Ledger.GrantAsync(TestHost.Person(1), "marketing");
        var contact = new Contact { Id = 1, Email = "value" };

        using (PurposeScope.Enter(first.Host, ["marketing"]))
        {
            Assert.Equal("value", Outcome(() => contact.Email));
            ((IDisposable)first.Services).Dispose();

            Assert.Equal("HostUnknown", Outcome(() => contact.Email));
            Assert.Equal("HostUnknown", In("marketing", () => contact.Email));
            Assert.Equal("value", In("support", () => contact.Email));
        }

        Assert.Equal("value", In("marketing", () => contact.Email));
        first.Dispose();
    }

    [Fact]
    public async Task Limit_RestrictionIsNotKnown_WithoutAKnownHost()
    {
        using var first = new TestHost();
        using var second = new TestHost();
        await first.Ledger.RestrictAsync(TestHost.Person(1), "contested");
        var contact = new Contact { Id = 1, Email = "value" };

        using (PurposeScope.Enter(first.Host, ["support"]))
            Assert.Equal("Restriction", Outcome(() => contact.Email));
        Assert.Equal("value", In("support", () => contact.Email));
    }
}
