namespace Ethics.Crm.Policy.Tests.Extends;

/// <summary>What an overlay may just not say, beside the nearest thing that it may.</summary>
public sealed class WideningTwinTests
{
    private const string Purposes = """
        "support": { "basis": "contract" }, "billing": { "basis": "contract" }, "billing.eu": { "basis": "contract" },
        "fraud": { "basis": "legitimate-interests" }, "fraud.card": { "basis": "legitimate-interests" }, "marketing": { "basis": "consent" }
        """;

    [Theory]
    // What is collected for billing reaches less by an entry that starts from all of it than by one that starts from a part.
    [InlineData("""{ "from": "billing.eu", "to": "fraud" }""", """{ "from": "billing", "to": "fraud" }""", """{ "from": "support", "to": "fraud" }""")]
    [InlineData("""{ "from": "billing", "to": "fraud" }""", """{ "from": "billing", "to": "fraud" }""", """{ "from": "billing.eu", "to": "fraud" }""")]
    [InlineData("""{ "from": "billing", "to": "fraud" }""", """{ "from": "billing", "to": "fraud.card" }""", """{ "from": "billing", "to": "support" }""")]
    [InlineData("""{ "from": "billing", "to": "fraud.card" }""", """{ "from": "billing", "to": "fraud.card" }""", """{ "from": "billing", "to": "fraud" }""")]
    public void CompatibleEntry_IsWithinOneOfTheBase(string below, string narrow, string wide) =>
        AssertTwins($"\"compatible\": [ {below} ]", "\"c\": {}", $"\"compatible\": [ {narrow} ]", $"\"compatible\": [ {wide} ]", "$.compatible[0]");

    [Theory]
    [InlineData("""{ "id": "r", "deny": { "purposes": ["marketing", "support"] } }""", """{ "id": "r", "deny": { "purposes": ["support"] } }""", "$.rules[0].deny.purposes")]
    [InlineData("""{ "id": "r", "deny": { "categories": ["c", "d"] } }""", """{ "id": "r", "deny": { "categories": ["d"] } }""", "$.rules[0].deny.categories")]
    public void RuleSaidAgain_DeniesAtLeastAsMuch(string narrow, string wide, string path) =>
        AssertTwins("""
            "rules": [ { "id": "r", "deny": { "categories": ["c"], "purposes": ["marketing"] } } ]
            """, "\"c\": {}, \"d\": {}", $"\"rules\": [ {narrow} ]", $"\"rules\": [ {wide} ]", path);

    [Theory]
    [InlineData("""{ "r": "enforce" }""", """{ "r": "audit" }""", "$.enforcement.rules.r")]
    // An id is one word, whatever stands in it: the entry for 'r' says nothing of 'r.more', for which the default held.
    [InlineData("""{ "r.more": "redact" }""", """{ "r.more": "audit" }""", "$.enforcement.rules['r.more']")]
    public void ModeOfARule_IsNotRelaxed(string narrow, string wide, string path) =>
        AssertTwins("""
            "rules": [ { "id": "r", "deny": { "categories": ["c"], "purposes": ["marketing"] } }, { "id": "r.more", "deny": { "categories": ["c"], "purposes": ["support"] } } ],
            "enforcement": { "default": "redact", "rules": { "r": "redact" } }
            """, "\"c\": {}", $"\"enforcement\": {{ \"rules\": {narrow} }}", $"\"enforcement\": {{ \"rules\": {wide} }}", path);

    [Theory]
    [InlineData("special")]
    [InlineData("protected")]
    [InlineData("inConfidence")]
    [InlineData("sensitive")]
    public void FlagThatACategoryHasFromAbove_IsNotTakenBack(string flag)
    {
        var below = Base("", $"\"h\": {{ \"{flag}\": true }}, \"h.x\": {{}}");

        Sample.Table(Overlay($"\"categories\": {{ \"h.x\": {{ \"{flag}\": true }} }}"), below);
        var errors = Sample.Read(Overlay($"\"categories\": {{ \"h.x\": {{ \"{flag}\": false }} }}"), below).Errors;
        Assert.All(errors, error => Assert.Equal($"$.categories['h.x'].{flag}", error.JsonPath));
        // Of itself it is no policy, and it is no narrowing.
        Assert.Equal([false, true], errors.Select(error => error.Message.Contains("an overlay can only narrow", StringComparison.Ordinal)).Order());
    }

    [Theory]
    [InlineData("""{ "categories": ["c"], "action": "retain", "until": "P10Y" }""", """{ "categories": ["c"], "action": "retain", "until": "P9Y" }""", """{ "categories": ["c"], "action": "retain" }""")]
    // Said of a branch, it holds for what the base says of its parts.
    [InlineData("""{ "categories": ["c.x"], "action": "anonymise" }""", """{ "categories": ["c"], "action": "erase" }""", """{ "categories": ["c"], "action": "retain" }""")]
    // Of what the base says nothing, nothing is kept for ever.
    [InlineData("""{ "categories": ["d"], "action": "erase" }""", """{ "categories": ["c"], "action": "retain", "until": "P10Y" }""", """{ "categories": ["c"], "action": "retain" }""")]
    public void Erasure_IsNotPutOff(string below, string narrow, string wide) =>
        AssertTwins($"\"erasure\": [ {below} ]", "\"c\": {}, \"c.x\": {}, \"d\": {}", $"\"erasure\": [ {narrow} ]", $"\"erasure\": [ {wide} ]", "$.erasure[0].categories[0]");

    [Theory]
    [InlineData("\"c\": { \"open\": true, \"collectedFor\": [\"support\"] }, \"c.x\": {}", "\"c\": { \"collectedFor\": [\"support\"] }, \"c.x\": {}", "c")]
    [InlineData("\"c.x\": { \"open\": true }", "\"c.x\": {}", "c")]
    [InlineData("\"c.x\": { \"collectedFor\": [\"support\"] }, \"c.x.y\": {}", "\"c.x\": {}, \"c.x.y\": {}", "c")]
    public void PurposesOfACategory_AreComparedWhereTheyAreTakenFromIt(string free, string held, string name)
    {
        var overlay = $"\"categories\": {{ \"{name}\": {{ \"collectedFor\": [\"billing\"] }} }}";

        Sample.Table(Overlay(overlay), Base("", free));
        Sample.AssertError(Sample.Error(Overlay(overlay), Base("", held)), "ECRM1003", $"$.categories.{name}.collectedFor[0]");
    }

    [Fact]
    public void CeilingOfAnOpenCategory_MayBeMoved()
    {
        const string Overlaid = "\"categories\": { \"c\": { \"only\": [\"billing\"], \"special\": false } }";

        Sample.Table(Overlay(Overlaid), Base("", "\"c\": { \"open\": true, \"only\": [\"support\"], \"special\": true }"));
        Assert.Equal(2, Sample.Read(Overlay(Overlaid), Base("", "\"c\": { \"only\": [\"support\"], \"special\": true }")).Errors.Count);
    }

    /// <summary>Flags and ceilings hold for all beneath; what is closed there is not opened from above.</summary>
    [Theory]
    [InlineData("\"special\": false", "\"special\": true")]
    [InlineData("\"only\": [\"support\"]", "\"only\": []")]
    public void OpenCategory_TakesNothingFromAClosedOneBeneath(string wide, string narrow)
    {
        const string Above = "\"c\": { \"open\": true, \"special\": true, \"only\": [\"marketing\"] }";

        Sample.Table(Overlay($"\"categories\": {{ \"c\": {{ {narrow} }} }}"), Base("", Above + ", \"c.x\": {}"));
        Sample.Table(Overlay($"\"categories\": {{ \"c\": {{ {wide} }} }}"), Base("", Above + ", \"c.x\": { \"open\": true }"));
        Assert.Contains("an overlay can only narrow", Sample.Error(Overlay($"\"categories\": {{ \"c\": {{ {wide} }} }}"), Base("", Above + ", \"c.x\": {}")).Message, StringComparison.Ordinal);
    }

    /// <summary>An entry may lead to a branch of which the base declares only a part: a new purpose there would get the data too.</summary>
    [Fact]
    public void NewPurposeWhereACompatibleEntryLeads_Widens()
    {
        const string Branch = "\"care.home\": { \"basis\": \"contract\" }";
        PolicySource With(string to) => new("base.json", Sample.Policy($"\"compatible\": [ {{ \"from\": \"billing\", \"to\": \"{to}\" }} ]", "\"c\": {}", Purposes + ", " + Branch));
        const string New = "\"purposes\": { \"care\": { \"basis\": \"contract\" } }";

        Sample.Table(Overlay(New), With("care.home"));
        Sample.AssertError(Sample.Error(Overlay(New), With("care")), "ECRM1003", "$.purposes.care");
    }

    private static void AssertTwins(string below, string categories, string narrow, string wide, string path)
    {
        Sample.Table(Overlay(narrow), Base(below, categories));

        var error = Sample.Error(Overlay(wide), Base(below, categories));
        Sample.AssertError(error, "ECRM1003", path);
        Assert.Contains("an overlay can only narrow", error.Message, StringComparison.Ordinal);
    }

    private static PolicySource Base(string more, string categories) => new("base.json", Sample.Policy(more.Length == 0 ? null : more, categories, Purposes));

    private static string Overlay(string more) => $"{{ \"version\": 1, \"extends\": [\"base.json\"], {more} }}";
}
