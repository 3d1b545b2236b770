namespace Ethics.Crm.Policy.Tests.Resolution;

public sealed class IdentityTests
{
    private static string Identity(string text) => Sample.Table(text).Identity;

    [Fact]
    public void LayoutCommentsOrderAndFreeKeys_DoNotCount()
    {
        const string One = "{ \"version\": 1, \"categories\": { \"a\": { \"collectedFor\": [\"p\", \"q\"] }, \"b\": {} }, \"purposes\": { \"p\": { \"basis\": \"contract\" }, \"q\": { \"basis\": \"consent\" } } }";
        const string Two = "// c\n{ \"$schema\": \"x\", \"purposes\": { \"q\": { \"basis\": \"consent\", \"decision\": false }, \"p\": { \"basis\": \"contract\" } },\n\"categories\": { \"b\": {\"x-a\": 1}, \"a\": { \"collectedFor\": [\"q\", \"p\"] } }, \"version\": 1 }";

        Assert.Equal(Identity(One), Identity(Two));
        Assert.Matches("^[0-9a-f]{64}$", Identity(One));
    }

    [Theory]
    [InlineData("\"collectedFor\": [\"support\"]", "\"collectedFor\": []")]
    [InlineData("\"collectedFor\": [\"support\"]", "\"collectedFor\": [\"billing\"]")]
    [InlineData("\"legitimate-interests\"", "\"public-task\"")]
    [InlineData("\"title\": \"Phone\"", "\"title\": \"Telephone\"")]
    [InlineData("\"evenWithConsent\": true", "\"evenWithConsent\": false")]
    [InlineData("\"no-subprime\": \"enforce\"", "\"no-subprime\": \"audit\"")]
    [InlineData("\"retain\", \"until\": \"P10Y\"", "\"retain\", \"until\": \"P9Y\"")]
    [InlineData("\"log\": true", "\"log\": true, \"disclosesTo\": \"mailchimp\"")]
    [InlineData("\"credit-offer\"], \"only\": true", "\"credit-offer\"], \"only\": false")]
    [InlineData("\"free\": [\"EEA\"", "\"free\": [\"EU\"")]
    [InlineData("\"declassify\": \"policy\",", "")]
    [InlineData("\"language\": \"en\"", "\"language\": \"de\"")]
    public void EveryChangeOfMeaning_Counts(string before, string after)
    {
        Assert.Contains(before, Sample.Everything, StringComparison.Ordinal);
        Assert.NotEqual(Identity(Sample.Everything), Identity(Sample.Everything.Replace(before, after)));
    }
}
