namespace Ethics.Crm.Policy.Tests.Extends;

/// <summary>What an open purpose says holds for closed ones beneath it too, and is not an overlay's to loosen for them.</summary>
public sealed class OpenAboveTests
{
    private const string Strict = "\"frequency\": \"1/P7D\", \"quietHours\": \"20:00/09:00\", \"maxAge\": \"P30D\", \"consentExpires\": \"P1M\", \"consentFrom\": \"2027-01\", \"channels\": [\"email\"]";

    [Theory]
    [InlineData("maxAge", "\"P90D\"", "\"P30D\"", "\"P1Y\"")]
    [InlineData("consentExpires", "\"P1Y\"", "\"P12M\"", "\"P2Y\"")]
    [InlineData("consentFrom", "\"2026-11\"", "\"2026-12\"", "\"2026-01\"")]
    [InlineData("quietHours", "\"21:00/08:00\"", "\"20:00/08:00\"", "\"22:00/08:00\"")]
    [InlineData("frequency", "\"3/P7D\"", "\"2/P7D\"", "\"4/P7D\"")]
    [InlineData("channels", "[\"email\", \"sms\"]", "[\"sms\"]", "[\"email\", \"post\"]")]
    [InlineData("channels", "[\"email\", \"sms\"]", "[\"sms\"]", "[]")]
    public void TermOfAnOpenPurpose_IsNotLoosenedForAClosedOneBeneath(string key, string said, string tighter, string looser)
    {
        PolicySource Below(string beneath) => Base($"\"news\": {{ \"basis\": \"consent\", \"open\": true, \"{key}\": {said} }}, {beneath}");
        string Saying(string value) => Overlay($"\"purposes\": {{ \"news\": {{ \"{key}\": {value} }} }}");

        Sample.Table(Saying(tighter), Below("\"news.mail\": { \"basis\": \"consent\" }"));
        foreach (var beneath in new[] { "\"news.mail\": { \"basis\": \"consent\" }", "\"news.mail\": { \"basis\": \"consent\", \"open\": true }, \"news.mail.weekly\": { \"basis\": \"consent\" }" })
        {
            var error = Sample.Error(Saying(looser), Below(beneath));
            Assert.Equal("ECRM1003", error.Id);
            Assert.StartsWith($"$.purposes.news.{key}", error.JsonPath, StringComparison.Ordinal);
            Assert.Contains("an overlay can only narrow", error.Message, StringComparison.Ordinal);
        }

        // It is the overlay's where all beneath is open too, lies beside it, or says as much itself.
        Sample.Table(Saying(looser), Below("\"news.mail\": { \"basis\": \"consent\", \"open\": true }, \"newsletter\": { \"basis\": \"consent\" }"));
        var strict = Sample.Read(Saying(looser), Below($"\"news.mail\": {{ \"basis\": \"consent\", {Strict} }}, \"news.mail.weekly\": {{ \"basis\": \"consent\" }}"));
        // A limit counts the contacts for all that lies beneath, so that no part says as much.
        Assert.Equal(key == "frequency", strict.Table is null);
    }

    [Fact]
    public void MaximumAge_OfAClosedPurposeBeneathAnOpenOne_IsNoLonger()
    {
        var below = Base("\"news\": { \"basis\": \"consent\", \"open\": true, \"maxAge\": \"P90D\" }, \"news.mail\": { \"basis\": \"consent\" }");

        Assert.Equal(["P90D"], Sample.Table(below.Text).MaximumAges("news.mail"));
        Assert.Null(Sample.Read(Overlay("\"purposes\": { \"news\": { \"maxAge\": \"P10Y\" } }"), below).Table);
        Assert.Equal(LawfulBasis.Contract, Sample.Table(Overlay("\"purposes\": { \"news\": { \"basis\": \"contract\", \"maxAge\": \"P1D\", \"retention\": \"P30Y\" } }"), below).Document.Purposes["news"].Basis);
    }

    /// <summary>What is collected for 'a' comes down to 'a.b.c' by its dotted name, and no further while consent is asked on the way.</summary>
    [Fact]
    public void ConsentThatAnOpenPurposeAsksFor_StaysInTheWayOfWhatIsCollectedAbove()
    {
        PolicySource Below(string compatible, string collected = "a") => new("base.json", Sample.Policy(
            $"\"compatible\": [ {{ \"from\": \"{compatible}\", \"to\": \"x\" }} ]", $"\"c\": {{ \"collectedFor\": [\"{collected}\"] }}",
            "\"a\": { \"basis\": \"contract\" }, \"a.b\": { \"basis\": \"consent\", \"open\": true }, \"a.b.c\": { \"basis\": \"contract\" }, \"a.d\": { \"basis\": \"contract\" }, \"x\": { \"basis\": \"contract\" }"));
        var overlay = Overlay("\"purposes\": { \"a.b\": { \"basis\": \"contract\" } }");

        Assert.False(Sample.Table(Below("a.b.c").Text).Judge(new("c", null), "x").IsPermitted);
        Sample.AssertError(Sample.Error(overlay, Below("a.b.c")), "ECRM1003", "$.purposes['a.b'].basis");
        // Where the way does not lead past it, it is the overlay's to say.
        Assert.True(Sample.Table(overlay, Below("a.d")).Judge(new("c", null), "x").IsPermitted);
    }

    private static PolicySource Base(string purposes) => new("base.json", Sample.Policy(null, "\"c\": {}", purposes));

    private static string Overlay(string more) => $"{{ \"version\": 1, \"extends\": [\"base.json\"], {more} }}";
}
