using Microsoft.Extensions.Time.Testing;

namespace Ethics.Crm.Testing.Tests;

[Collection(OneAtATime.Name)]
public sealed class TestConsentTests
{
    private readonly Contact _ada = new() { Id = 7, Email = "ada@mail" };
    private readonly Contact _bob = new() { Id = 8, Email = "bob@mail" };

    [Fact]
    public void PeopleDecide_AtTheNextRead_EachForThemselves()
    {
        using var consent = TestConsent.Start();
        PurposeAssert.Refuses("newsletter", () => _ada.Email, Refusal.ConsentMissing);

        consent.Grant(SubjectKey.Of(_ada), "newsletter");
        Assert.Equal("ada@mail", PurposeAssert.Permits("newsletter", () => _ada.Email));
        PurposeAssert.Refuses("newsletter", () => _bob.Email, Refusal.ConsentMissing);

        consent.Withdraw(SubjectKey.Of(_ada), "newsletter");
        PurposeAssert.Refuses("newsletter", () => _ada.Email, Refusal.ConsentWithdrawn);

        consent.Grant(SubjectKey.Of(_ada)).Restrict(SubjectKey.Of(_ada));
        PurposeAssert.Refuses("support", () => _ada.Email, Refusal.Restriction);
        PurposeAssert.Permits("support", () => _bob.Email);
    }

    [Fact]
    public void WithoutPurposes_GrantsAndWithdrawsAllThatRestOnConsent()
    {
        using var consent = TestConsent.Start();

        consent.Grant(SubjectKey.Of(_ada));
        Assert.True(consent.Decisions.Decide(SubjectKey.Of(_ada), "contact.email", "newsletter").Allowed);
        consent.Withdraw(SubjectKey.Of(_ada));
        Assert.False(consent.Decisions.Decide(SubjectKey.Of(_ada), "contact.email", "newsletter").Allowed);
        Assert.Throws<ArgumentException>(() => consent.Grant(SubjectKey.Of(_ada), "astrology"));
        Assert.Throws<ArgumentException>(() => consent.Object(SubjectKey.Of(_ada), "support"));
    }

    [Fact]
    public void WhenItEnds_TheBuildAnswersAgain_AndNothingIsLeftOfItsPeople()
    {
        using (var consent = TestConsent.Start())
        {
            consent.Grant(SubjectKey.Of(_ada), "newsletter");
            PurposeAssert.Permits("newsletter", () => _ada.Email);
        }

        PurposeAssert.Refuses("newsletter", () => _ada.Email, Refusal.SubjectUnknown);
        PurposeAssert.Permits("support", () => _ada.Email);
        using (TestConsent.Start())
            PurposeAssert.Refuses("newsletter", () => _ada.Email, Refusal.ConsentMissing);
    }

    [Fact]
    public void TwoSideBySide_ShareNoPeople_WhereTheirScopesAreTheirOwn()
    {
        using var one = TestConsent.Start();
        using var other = TestConsent.Start();
        one.Grant(SubjectKey.Of(_ada), "newsletter");

        using (one.Enter("newsletter"))
        {
            PurposeAssert.Permits(() => _ada.Email);
            PurposeAssert.Permits("newsletter", () => _ada.Email);
        }

        using (other.Enter("newsletter"))
            PurposeAssert.Refuses(() => _ada.Email, Refusal.ConsentMissing);
        PurposeAssert.Refuses("newsletter", () => _ada.Email, Refusal.HostUnknown);
    }

    [Fact]
    public void OneIdInTwoTenants_IsTwoPeople_ThroughEveryCall()
    {
        using var consent = TestConsent.Start();
        var (north, south) = (SubjectKey.Of<Contact>(7, "north"), SubjectKey.Of<Contact>(7, "south"));
        consent.Grant(north, "newsletter").Grant(south).Withdraw(south, "newsletter");
        Assert.Equal((true, false), (Allowed(north, "newsletter"), Allowed(south, "newsletter")));

        consent.Withdraw(north).Grant(south, "newsletter");
        Assert.Equal((false, true), (Allowed(north, "newsletter"), Allowed(south, "newsletter")));

        consent.Restrict(north);
        Assert.Equal((false, true), (Allowed(north, "support"), Allowed(south, "support")));
        using (consent.Enter("newsletter"))
            PurposeAssert.Refuses(() => _ada.Email, Refusal.ConsentMissing);

        bool Allowed(SubjectKey person, string purpose) => consent.Decisions.Decide(person, "contact.email", purpose).Allowed;
    }

    [Fact]
    public void WhatIsAssumed_AsksThesePeople_AndLaterOnesToo()
    {
        using var assumed = TestPurposes.Assume("newsletter");
        for (var i = 0; i < 2; i++)
        {
            using var consent = TestConsent.Start();
            PurposeAssert.Refuses(() => _ada.Email, Refusal.ConsentMissing);
            consent.Grant(SubjectKey.Of(_ada));
            PurposeAssert.Permits(() => _ada.Email);
        }
    }

    [Fact]
    public async Task Clock_IsTheTestsOwn()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        using var consent = TestConsent.Start(clock: clock);
        consent.Grant(SubjectKey.Of(_ada), "newsletter");

        Assert.Equal(clock.GetUtcNow(), (await consent.Ledger.HistoryAsync(SubjectKey.Of(_ada)))[0].At);
    }

    [Fact]
    public void MissingPolicy_IsTold_AndLeavesTheBuildInPlace()
    {
        Assert.Throws<PolicyLoadException>(() => TestConsent.Start("nowhere.json"));

        PurposeAssert.Permits("support", () => _ada.Email);
    }
}
