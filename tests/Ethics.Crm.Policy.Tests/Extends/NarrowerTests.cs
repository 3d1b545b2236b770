namespace Ethics.Crm.Policy.Tests.Extends;

/// <summary>Overlays that only narrow, in the form in which people write it, beside the nearest thing that opens.</summary>
public sealed class NarrowerTests
{
    private const string Purposes = """
        "support": { "basis": "contract" }, "billing": { "basis": "contract" }, "billing.eu": { "basis": "contract" }, "marketing": { "basis": "consent" }
        """;

    /// <summary>A region is its members, whichever of both ways the base lists them.</summary>
    [Theory]
    [InlineData("\"EU\", \"IS\", \"LI\", \"NO\"", "EEA", "GB")]
    [InlineData("\"EU\", \"IS\", \"NO\"", "EU", "EEA")]
    [InlineData("\"EEA\"", "EU", "CH")]
    public void FreeCountries_AreComparedByWhatARegionStandsFor(string free, string narrow, string wide)
    {
        var below = Base($"\"transfers\": {{ \"free\": [{free}] }}");
        string Saying(string country) => Overlay($"\"transfers\": {{ \"free\": [\"{country}\"] }}");

        Sample.Table(Saying(narrow), below);
        Sample.AssertError(Sample.Error(Saying(wide), below), "ECRM1003", "$.transfers.free[0]");
    }

    /// <summary>The recipient of the base may have nothing any more, which is what the overlay says.</summary>
    [Theory]
    [InlineData("\"country\": \"FR\"", ", \"transfers\": { \"free\": [\"EEA\"] }", "$.recipients.m.country")]
    [InlineData("\"country\": \"US\"", "", "$.recipients.m.country")]
    [InlineData("\"title\": \"M\"", "", "$.recipients.m")]
    public void FewerFreeCountries_CloseARecipientOfTheBase(string recipient, string transfers, string path)
    {
        const string Fewer = "\"transfers\": { \"free\": [\"DE\"] }";
        var entry = $"\"recipients\": {{ \"m\": {{ \"for\": [\"support\"], \"categories\": [\"c\"], {recipient} }} }}";
        var label = new DataLabel[] { new("c", ["support"]) };
        Assert.Null(Sample.Table(Base(entry + transfers).Text).ObjectionToDisclosure(label, "m", []));

        Assert.Contains("outside the countries", Sample.Table(Overlay(Fewer), Base(entry + transfers)).ObjectionToDisclosure(label, "m", []), StringComparison.Ordinal);
        // In one file, and where the overlay says both, it contradicts itself.
        Sample.AssertError(Sample.Error(Base(entry + ", " + Fewer).Text), "ECRM1003", path);
        Sample.AssertError(Sample.Error(Overlay(Fewer + ", " + entry), Base(entry + transfers)), "ECRM1003", path);
    }

    /// <summary>A list is short for the purposes of an entry.</summary>
    [Theory]
    [InlineData("[\"support\", \"billing\"]", "{ \"only\": true }", "{ \"purposes\": [\"support\", \"marketing\"], \"only\": true }", "support billing", "support billing")]
    [InlineData("[\"support\", \"billing\"]", "{ \"purposes\": [\"billing\"], \"only\": true }", "{ \"purposes\": [\"billing\"] }", "billing support", "billing")]
    [InlineData("{ \"purposes\": [\"support\", \"billing\"], \"only\": true }", "[\"support\", \"billing\"]", "[\"support\", \"marketing\"]", "support billing", "support billing")]
    [InlineData("{ \"purposes\": [\"support\", \"billing\"], \"only\": true }", "[\"support\"]", "null", "support billing", "support")]
    [InlineData("{ \"purposes\": [\"support\", \"billing\"], \"only\": true }", "{ \"purposes\": [\"support\"] }", "{ \"purposes\": [\"support\"], \"only\": false }", "support billing", "support")]
    [InlineData("{ \"purposes\": [\"billing\"], \"only\": true }", "[\"billing.eu\"]", "[\"support\"]", "billing.eu billing", "billing.eu")]
    public void CeilingThatIsSaidAgain_HoldsForWhatIsDeclared_AndWhatDeclaresNothingWorksForAllThatTheBaseSays(string said, string narrow, string wide, string worksFor, string declares)
    {
        var below = Base($"\"code\": {{ \"Acme.Score.**\": {said} }}");
        string Saying(string entry) => Overlay($"\"code\": {{ \"Acme.Score.**\": {entry} }}");

        var entry = Sample.Table(Saying(narrow), below).FindCode(["Acme.Score.Job"])!;
        Assert.True(entry.Only);
        Assert.Equal(worksFor.Split(' ').Order(), entry.Purposes.Order());
        Assert.Equal(declares, string.Join(' ', entry.MayDeclare));
        Sample.AssertError(Sample.Error(Saying(wide), below), "ECRM1003", "$.code['Acme.Score.**']");
    }

    /// <summary>Also when a third file narrows once more, and when it says nothing of it.</summary>
    [Theory]
    [InlineData("\"code\": { \"Acme.Score\": { \"purposes\": [\"support\"] } }", "support")]
    [InlineData("\"sinks\": []", "billing support")]
    public void CeilingThatIsSaidAgainTwice_KeepsWhatTheFirstSays(string top, string declares)
    {
        var below = Base("\"code\": { \"Acme.Score\": { \"purposes\": [\"support\", \"billing\", \"marketing\"], \"only\": true } }");
        var middle = new PolicySource("middle.json", Overlay("\"code\": { \"Acme.Score\": { \"purposes\": [\"billing\", \"support\"] } }"));
        PolicyResult Read(string more) => Sample.Read(Overlay(more).Replace("base.json", "middle.json", StringComparison.Ordinal), middle, below);

        Assert.Equal([], Read(top).Errors.Select(static e => e.ToString()));
        var entry = Read(top).Table!.FindCode(["Acme.Score.Run", "Acme.Score"])!;
        Assert.Equal((3, declares), (entry.Purposes.Count, string.Join(' ', entry.MayDeclare)));
        Assert.NotEqual(Sample.Table(below.Text).Identity, Read(top).Table!.Identity);
        // What the one in between has ruled out stays so.
        Assert.Null(Read("\"code\": { \"Acme.Score\": { \"purposes\": [\"support\", \"marketing\"] } }").Table);
        Assert.Null(Read("\"code\": { \"Acme.Score.Run\": { \"purposes\": [\"marketing\"], \"only\": true } }").Table);
    }

    /// <summary>An entry that the base opens is the overlay's.</summary>
    [Fact]
    public void OpenCeiling_IsReplaced()
    {
        var entry = Sample.Table(Overlay("\"code\": { \"Acme.Score\": [\"marketing\"] }"), Base("\"code\": { \"Acme.Score\": { \"purposes\": [\"support\"], \"only\": true, \"open\": true } }")).FindCode(["Acme.Score"])!;

        Assert.Equal(["marketing"], entry.Purposes);
        Assert.Equal(["marketing"], entry.MayDeclare);
    }

    private static PolicySource Base(string more) => new("base.json", Sample.Policy(more, "\"c\": {}", Purposes));

    private static string Overlay(string more) => $"{{ \"version\": 1, \"extends\": [\"base.json\"], {more} }}";
}
