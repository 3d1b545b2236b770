using Ethics.Crm.FlowAnalysis.Endpoints.Labels;

namespace Ethics.Crm.Analyzers.Tests.Labels;

public sealed class ConstantNamesTests
{
    [Theory]
    [InlineData("marketing", "Marketing")]
    [InlineData("marketing.email", "MarketingEmail")]
    [InlineData("fraud-prevention", "FraudPrevention")]
    [InlineData("a_b", "AB")]
    [InlineData("2fa", "_2fa")]
    [InlineData("purposes", "Purposes_")]
    [InlineData("categories", "Categories")]
    [InlineData("creditOffer", "CreditOffer")]
    [InlineData("größe", "Größe")]
    public void Name_BecomesAnIdentifier(string name, string identifier) => Assert.Equal(identifier, ConstantNames.Of(name, ConstantNames.Purposes));
}
