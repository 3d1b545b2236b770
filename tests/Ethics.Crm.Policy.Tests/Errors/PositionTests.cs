namespace Ethics.Crm.Policy.Tests.Errors;

public sealed class PositionTests
{
    [Fact]
    public void Columns_CountUtf16UnitsAlsoBehindOtherLetters()
    {
        var error = Sample.Error("{ \"version\": 1, \"categories\": {}, \"purposes\": {},\n \"x-\u00fc\U0001F600\u20ac\": 1, \"nope\": 2 }");

        Assert.Equal((2, 15, 2, 21), (error.Line, error.Column, error.EndLine, error.EndColumn));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void EveryLineBreak_Counts(string newLine)
    {
        var error = Sample.Error("{ \"version\": 1," + newLine + "\"categories\": {}," + newLine + " \"nope\": 2, \"purposes\": {} }");

        Assert.Equal((3, 2), (error.Line, error.Column));
    }

    [Fact]
    public void Paths_QuoteWhatIsNoPlainName()
    {
        var error = Sample.Error(Sample.Policy("\"recipients\": { \"it-s.me\": { \"for\": [\"support\", \"nobody\"] } }"));

        Assert.Equal("$.recipients['it-s.me'].for[1]", error.JsonPath);
    }

    [Fact]
    public void Paths_EscapeQuotesBackslashesAndControls()
    {
        var error = Sample.Error(Sample.Policy("\"a'b\\\\c\\nd\": 1"));

        Assert.Equal(@"$['a\'b\\c\u000ad']", error.JsonPath);
        Assert.DoesNotContain('\n', error.ToString());
    }

    [Fact]
    public void SeveralErrors_AreSortedAndAllThere()
    {
        var result = Sample.Read("""
            {
              "version": 2,
              "categories": { "a": { "special": "yes", "colour": 1 }, "a": {} },
              "purposes": { "p": { "basis": "contrakt", "retention": "2Y" } },
              "rules": [ { "deny": { "categories": [], "purposes": ["p"] } } ]
            }
            """);

        Assert.Equal(
            ["2:14 ECRM1001", "3:37 ECRM1001", "3:44 ECRM1002", "3:59 ECRM1003", "4:33 ECRM1002", "4:58 ECRM1001", "5:40 ECRM1003"],
            result.Errors.Select(e => $"{e.Line}:{e.Column} {e.Id}"));
    }

    [Fact]
    public void ConsoleLine_HasEverything() =>
        Assert.Equal(
            "ethics.policy.json(1,65): ECRM1002: 'contrct' is unknown here; did you mean 'contract'? Expected: one of consent, contract, legal-obligation, vital-interests, public-task, legitimate-interests (at $.purposes.p.basis)",
            Sample.Error("{ \"version\": 1, \"categories\": {}, \"purposes\": { \"p\": { \"basis\": \"contrct\" } } }").ToString());

    [Fact]
    public void Entry_IsFoundInTheFileThatWroteIt()
    {
        var result = Sample.Read("{ \"version\": 1, \"extends\": [\"base.json\"],\n \"purposes\": { \"new\": { \"basis\": \"consent\" } } }", new PolicySource("base.json", Sample.Policy()));

        Assert.Equal(new("ethics.policy.json", 2, 16, 2, 21, "$.purposes.new"), result.PositionOf("purposes", "new"));
        Assert.Equal(("base.json", "$.categories.health"), result.PositionOf("categories", "health") is { } health ? (health.File, health.JsonPath) : default);
        Assert.Null(result.PositionOf("purposes", "newer"));
    }
}
