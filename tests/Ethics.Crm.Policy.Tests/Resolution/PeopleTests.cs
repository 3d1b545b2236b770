namespace Ethics.Crm.Policy.Tests.Resolution;

/// <summary>In which purposes the person has a say: the build and the running program ask the same.</summary>
public sealed class PeopleTests
{
    [Theory]
    [InlineData(LawfulBasis.Consent, true)]
    [InlineData(LawfulBasis.LegitimateInterests, true)]
    [InlineData(LawfulBasis.PublicTask, true)]
    [InlineData(LawfulBasis.Contract, false)]
    [InlineData(LawfulBasis.LegalObligation, false)]
    [InlineData(LawfulBasis.VitalInterests, false)]
    public void PersonHasASay_ByTheBasis_AndInDirectMarketingAlways(LawfulBasis basis, bool hasSay)
    {
        Assert.Equal(hasSay, PolicyTable.NeedsPerson(new PurposeEntry { Basis = basis }));
        Assert.True(PolicyTable.NeedsPerson(new PurposeEntry { Basis = basis, DirectMarketing = true }));
    }
}
