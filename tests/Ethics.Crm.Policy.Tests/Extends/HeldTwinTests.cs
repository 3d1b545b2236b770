namespace Ethics.Crm.Policy.Tests.Extends;

/// <summary>What an overlay reaches by a detour, beside the nearest thing that it may say: through an open entry, through a name that the base only speaks of, by a word that means another thing.</summary>
public sealed class HeldTwinTests
{
    private const string Purposes = """
        "support": { "basis": "contract" }, "billing": { "basis": "contract" }, "marketing.email": { "basis": "consent" }
        """;

    /// <summary>The rule on 'f' reaches 'l' by way of 'k', which is open; 'l' is not.</summary>
    [Theory]
    [InlineData("\"derivedFrom\": [\"f\"]", "\"derivedFrom\": []", "\"l\": { \"derivedFrom\": [\"k\"] }", "$.categories.k.derivedFrom")]
    [InlineData("\"derivedFrom\": [\"f\", \"g\"]", "\"derivedFrom\": [\"g\"]", "\"l\": { \"derivedFrom\": [\"m\"] }, \"m\": { \"open\": true, \"derivedFrom\": [\"k.x\"] }, \"k.x\": { \"open\": true }", "$.categories.k.derivedFrom")]
    public void OriginOfAnOpenCategory_HoldsForAClosedOneThatIsDerivedFromIt(string narrow, string wide, string closed, string path)
    {
        PolicySource Below(string others) => Base(
            "\"rules\": [ { \"id\": \"r\", \"deny\": { \"categories\": [\"f\"], \"purposes\": [\"support\"] } } ]", $"\"f\": {{}}, \"g\": {{}}, \"k\": {{ \"open\": true, \"derivedFrom\": [\"f\"] }}, {others}");

        Assert.Equal(VerdictKind.Rule, Sample.Table(Below(closed).Text).Judge(new("l", ["support"]), "support").Kind);
        Sample.Table(Overlay($"\"categories\": {{ \"k\": {{ {narrow} }} }}"), Below(closed));
        Sample.AssertError(Sample.Error(Overlay($"\"categories\": {{ \"k\": {{ {wide} }} }}"), Below(closed)), "ECRM1003", path);
        // Where all that is derived from it is open, it is the overlay's.
        Sample.Table(Overlay($"\"categories\": {{ \"k\": {{ {wide} }} }}"), Below(closed.Replace("\"l\": { ", "\"l\": { \"open\": true, ", StringComparison.Ordinal)));
    }

    /// <summary>Channels are words: 'email.bulk' is no part of 'email' to whoever asks whether a person may be reached by it.</summary>
    [Theory]
    [InlineData("news")]
    [InlineData("news.vip")]
    public void ChannelWithADot_IsAnotherChannel(string purpose)
    {
        var below = new PolicySource("base.json", Sample.Policy(null, "\"c\": {}", "\"news\": { \"basis\": \"consent\", \"channels\": [\"email\", \"sms\"] }"));
        string Saying(string channel) => Overlay($"\"purposes\": {{ \"{purpose}\": {{ \"basis\": \"consent\", \"channels\": [\"{channel}\"] }} }}");

        Sample.Table(Saying("email"), below);
        Assert.Contains("an overlay can only narrow", Sample.Error(Saying("email.bulk"), below).Message, StringComparison.Ordinal);
    }

    /// <summary>A ceiling of code, and a mode more lenient than the default, speak of a branch too: what is new in it may be declared there, and passes there.</summary>
    [Theory]
    [InlineData("\"code\": { \"Acme.**\": { \"purposes\": [\"marketing\"], \"only\": true } }", "\"code\": { \"Acme.**\": { \"purposes\": [\"marketing.email\"], \"only\": true } }")]
    [InlineData("\"code\": { \"Acme.**\": { \"purposes\": [\"marketing\"], \"only\": true } }", "\"code\": { \"Acme.**\": { \"purposes\": [\"marketing\"], \"only\": true, \"open\": true } }")]
    [InlineData("\"code\": { \"Acme.**\": { \"purposes\": [\"marketing\"], \"only\": true } }", "\"code\": { \"Acme.**\": [\"marketing\"] }")]
    [InlineData("\"enforcement\": { \"purposes\": { \"marketing\": \"audit\" } }", "\"enforcement\": { \"purposes\": { \"marketing\": \"enforce\" } }")]
    [InlineData("\"enforcement\": { \"purposes\": { \"marketing\": \"redact\" } }", "\"enforcement\": { \"default\": \"redact\", \"purposes\": { \"marketing\": \"redact\" } }")]
    [InlineData("\"enforcement\": { \"purposes\": { \"marketing\": \"audit\" } }", "\"enforcement\": { \"open\": true, \"purposes\": { \"marketing\": \"audit\" } }")]
    public void NewPurpose_InABranchThatTheBaseIsLenientOn_Widens(string held, string free)
    {
        const string New = "\"purposes\": { \"marketing.profile\": { \"basis\": \"contract\" } }";

        Sample.Table(Overlay(New), Base(free, "\"c\": {}"));
        Sample.AssertError(Sample.Error(Overlay(New), Base(held, "\"c\": {}")), "ECRM1003", "$.purposes['marketing.profile']");
    }

    /// <summary>That is how a rule without id is called, by messages and by modes.</summary>
    [Theory]
    [InlineData("rules[1]", true)]
    [InlineData("rules[01]", false)]
    [InlineData("rules[x]", false)]
    [InlineData("rules", false)]
    public void IdOfARule_IsNotTheNameOfAnotherOneWithoutId(string id, bool isRefused)
    {
        var below = Base("\"rules\": [ { \"deny\": { \"categories\": [\"c\"], \"purposes\": [\"billing\"] } } ]", "\"c\": {}");
        var overlay = Overlay($"\"rules\": [ {{ \"id\": \"{id}\", \"deny\": {{ \"categories\": [\"c\"], \"purposes\": [\"support\"] }} }} ], \"enforcement\": {{ \"rules\": {{ \"{id}\": \"audit\" }} }}");

        if (isRefused)
        {
            Sample.AssertError(Sample.Error(overlay, below), "ECRM1003", "$.rules[0].id");
        }
        else
        {
            var table = Sample.Table(overlay, below);
            Assert.Equal(EnforcementMode.Enforce, table.ModeFor("c", ["billing"], [table.Judge(new("c", ["billing"]), "billing").Rule!]));
        }
    }

    /// <summary>What goes to a country from which it may come back freely, does not go elsewhere because an overlay names a safeguard.</summary>
    [Theory]
    [InlineData("\"country\": \"DE\"", "\"country\": \"NO\", \"safeguard\": \"SCC\"", "\"country\": \"US\", \"safeguard\": \"DPF\"")]
    [InlineData("\"country\": \"DE\", \"safeguard\": \"SCC\"", "\"country\": \"US\"", null)]
    [InlineData("\"country\": \"DE\", \"open\": true", "\"country\": \"US\", \"safeguard\": \"DPF\"", null)]
    // What protects data in one country says nothing of another.
    [InlineData("\"country\": \"US\", \"safeguard\": \"DPF\"", "\"country\": \"DE\"", "\"country\": \"CN\"")]
    [InlineData("\"country\": \"US\", \"safeguard\": \"DPF\"", "\"country\": \"US\", \"safeguard\": \"SCC\"", "\"country\": \"CN\", \"safeguard\": \"SCC\"")]
    [InlineData("\"safeguard\": \"SCC\"", "\"country\": \"CN\"", null)]
    public void Recipient_DoesNotMoveToWhereDataMayNotGoFreely(string below, string narrow, string? wide)
    {
        PolicySource With(string transfers) => Base($"\"recipients\": {{ \"m\": {{ \"for\": [\"support\"], \"categories\": [\"c\"], {below} }} }}{transfers}", "\"c\": {}");
        string Saying(string recipient) => Overlay($"\"recipients\": {{ \"m\": {{ {recipient} }} }}");

        Sample.Table(Saying(narrow), With(", \"transfers\": { \"free\": [\"EEA\"] }"));
        if (wide is not null)
        {
            Sample.AssertError(Sample.Error(Saying(wide), With(", \"transfers\": { \"free\": [\"EEA\"] }")), "ECRM1003", "$.recipients.m.country");
            Sample.Table(Saying(wide), With(", \"transfers\": { \"free\": [\"EEA\"], \"open\": true }"));
            Sample.Table(Saying(wide), With(""));
        }
    }

    /// <summary>What the base says of a part that is not special, it said before the whole became so.</summary>
    [Theory]
    [InlineData("special")]
    [InlineData("protected")]
    [InlineData("inConfidence")]
    [InlineData("sensitive")]
    public void FlagThatTheOverlaySetsAbove_HoldsForAPartThatTheBaseCallsUnmarked(string flag)
    {
        var below = Base("", $"\"h\": {{}}, \"h.x\": {{ \"{flag}\": false }}");
        var effective = Sample.Table(Overlay($"\"categories\": {{ \"h\": {{ \"{flag}\": true }} }}"), below).FindCategory("h.x")!;

        Assert.True(flag switch { "special" => effective.Special, "protected" => effective.Protected, "inConfidence" => effective.InConfidence, _ => effective.Sensitive });
        // In one file, and where the overlay says both, it is a contradiction.
        Assert.Contains("cannot take it back", Sample.Error(Base("", $"\"h\": {{ \"{flag}\": true }}, \"h.x\": {{ \"{flag}\": false }}").Text).Message, StringComparison.Ordinal);
        Assert.Contains("cannot take it back", Sample.Error(Overlay($"\"categories\": {{ \"h\": {{ \"{flag}\": true }}, \"h.x\": {{ \"{flag}\": false }} }}"), below).Message, StringComparison.Ordinal);
    }

    /// <summary>The terms of the purpose above count beside its own: what adds to them narrows, what they already say is no term.</summary>
    [Theory]
    [InlineData("\"frequency\": \"1/P1D\"", "\"frequency\": \"4/P7D\"")]
    [InlineData("\"quietHours\": \"12:00/14:00\"", "\"quietHours\": \"22:00/07:00\"")]
    [InlineData("\"quietHours\": \"20:00/07:00\"", "\"quietHours\": \"21:30/08:00\"")]
    public void TermOfANewPurpose_IsHeldBesideThoseOfThePurposeAbove(string narrow, string wide)
    {
        var below = new PolicySource("base.json", Sample.Policy(null, "\"c\": {}", "\"news\": { \"basis\": \"consent\", \"frequency\": \"3/P7D\", \"quietHours\": \"21:00/08:00\" }"));
        string Of(string name, string term) => Overlay($"\"purposes\": {{ \"{name}\": {{ \"basis\": \"consent\", {term} }} }}");

        Sample.Table(Of("news.vip", narrow), below);
        Assert.Contains("an overlay can only narrow", Sample.Error(Of("news.vip", wide), below).Message, StringComparison.Ordinal);
        // In the place of the base's own term, it would take that away.
        Assert.Contains("an overlay can only narrow", Sample.Error(Of("news", narrow), below).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"disclosesTo\": \"m\"", "\"disclosesTo\": \"m\", \"log\": true", "\"disclosesTo\": \"n\"")]
    [InlineData("\"log\": true", "\"disclosesTo\": \"m\"", "\"disclosesTo\": \"m\", \"log\": false")]
    public void SinkThatIsSaidAgain_BecomesOne(string below, string narrow, string wide)
    {
        var company = Base($"\"recipients\": {{ \"m\": {{}}, \"n\": {{}} }}, \"sinks\": [ {{ \"method\": \"Acme.Mail.Send\", {below} }} ]", "\"c\": {}");
        string Saying(string sink) => Overlay($"\"sinks\": [ {{ \"method\": \"Acme.Mail.Send\", {sink} }} ]");

        var table = Sample.Table(Saying(narrow), company);
        Assert.Equal(new("Acme.Mail.Send", "m", true), table.FindSink("Acme.Mail.Send", []));
        Assert.Single(table.Document.Sinks);
        Sample.AssertError(Sample.Error(Saying(wide), company), "ECRM1003", "$.sinks[0].method");
    }

    private static PolicySource Base(string more, string categories) => new("base.json", Sample.Policy(more.Length == 0 ? null : more, categories, Purposes));

    private static string Overlay(string more) => $"{{ \"version\": 1, \"extends\": [\"base.json\"], {more} }}";
}
