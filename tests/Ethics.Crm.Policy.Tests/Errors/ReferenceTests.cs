namespace Ethics.Crm.Policy.Tests.Errors;

public sealed class ReferenceTests
{
    [Theory]
    [InlineData("\"compatible\": [ { \"from\": \"suport\", \"to\": \"fraud\" } ]", "$.compatible[0].from", "support")]
    [InlineData("\"compatible\": [ { \"from\": \"support\", \"to\": \"frauds\" } ]", "$.compatible[0].to", "fraud")]
    [InlineData("\"recipients\": { \"m\": { \"for\": [\"markting\"] } }", "$.recipients.m.for[0]", "marketing")]
    [InlineData("\"recipients\": { \"m\": { \"categories\": [\"contact.fone\"] } }", "$.recipients.m.categories[0]", "contact.phone")]
    [InlineData("\"erasure\": [ { \"categories\": [\"healt\"] } ]", "$.erasure[0].categories[0]", "health")]
    [InlineData("\"fields\": { \"A.B\": { \"category\": \"contact.emial\" } }", "$.fields['A.B'].category", "contact.email")]
    [InlineData("\"fields\": { \"A.B\": { \"collectedFor\": [\"biling\"] } }", "$.fields['A.B'].collectedFor[0]", "billing")]
    [InlineData("\"attributes\": { \"A.B\": { \"category\": \"healthy\" } }", "$.attributes['A.B'].category", "health")]
    [InlineData("\"code\": { \"A.B\": [\"suppport\"] }", "$.code['A.B'][0]", "support")]
    [InlineData("\"code\": { \"A.B\": { \"purposes\": [\"suppport\"] } }", "$.code['A.B'].purposes[0]", "support")]
    [InlineData("\"recipients\": { \"mailchimp\": {} }, \"sinks\": [ { \"method\": \"A.B\", \"disclosesTo\": \"mailchip\" } ]", "$.sinks[0].disclosesTo", "mailchimp")]
    [InlineData("\"rules\": [ { \"deny\": { \"categories\": [\"helth\"], \"purposes\": [\"support\"] } } ]", "$.rules[0].deny.categories[0]", "health")]
    [InlineData("\"rules\": [ { \"deny\": { \"categories\": [\"health\"], \"purposes\": [\"suport\"] } } ]", "$.rules[0].deny.purposes[0]", "support")]
    [InlineData("\"enforcement\": { \"purposes\": { \"suport\": \"audit\" } }", "$.enforcement.purposes.suport", "support")]
    [InlineData("\"enforcement\": { \"categories\": { \"helth\": \"audit\" } }", "$.enforcement.categories.helth", "health")]
    public void UndeclaredName_IsReportedWithTheNearest(string more, string path, string nearest)
    {
        var error = Sample.Error(Sample.Policy(more));

        Sample.AssertError(error, "ECRM1002", path);
        Assert.Equal(nearest, error.Suggestion);
    }

    [Theory]
    [InlineData("\"collectedFor\": [\"suport\"]", "$.categories.a.collectedFor[0]")]
    [InlineData("\"only\": [\"suport\"]", "$.categories.a.only[0]")]
    [InlineData("\"proxyFor\": [\"b\"]", "$.categories.a.proxyFor[0]")]
    [InlineData("\"derivedFrom\": [\"b\"]", "$.categories.a.derivedFrom[0]")]
    public void UndeclaredNameInCategory_IsReported(string key, string path) =>
        Sample.AssertError(Sample.Error(Sample.Policy(categories: $"\"a\": {{ {key} }}")), "ECRM1002", path);

    [Fact]
    public void UndeclaredRule_IsReported() =>
        Sample.AssertError(
            Sample.Error(Sample.Policy("\"rules\": [ { \"id\": \"one\", \"deny\": { \"categories\": [\"health\"], \"purposes\": [\"support\"] } } ], \"enforcement\": { \"rules\": { \"two\": \"audit\" } }")),
            "ECRM1002", "$.enforcement.rules.two");

    [Theory]
    [InlineData("\"recipients\": { \"m\": { \"for\": [\"marketing\"], \"categories\": [\"contact\", \"financial\"] } }")]
    [InlineData("\"rules\": [ { \"deny\": { \"categories\": [\"contact\"], \"purposes\": [\"support\"] } } ]")]
    [InlineData("\"enforcement\": { \"categories\": { \"contact\": \"audit\" } }")]
    public void BranchInList_IsDeclaredByOneNameInIt(string more) => Sample.Table(Sample.Policy(more));

    [Theory]
    [InlineData("\"fields\": { \"A.B\": { \"category\": \"contact\" } }")]
    [InlineData("\"recipients\": { \"m\": { \"categories\": [\"contac\"] } }")]
    [InlineData("\"recipients\": { \"m\": { \"categories\": [\"contact.email.work\"] } }")]
    public void BranchOutsideAList_AndNamesBeside_AreUndeclared(string more) => Assert.Equal("ECRM1002", Sample.Error(Sample.Policy(more)).Id);

    [Fact]
    public void UndeclaredName_SaysWhatIsDeclared() =>
        Assert.Equal("a declared recipient: mailchimp, zapier",
            Sample.Error(Sample.Policy("\"recipients\": { \"zapier\": {}, \"mailchimp\": {} }, \"sinks\": [ { \"method\": \"A.B\", \"disclosesTo\": \"q\" } ]")).Expected);
}
