namespace Ethics.Crm.Policy.Tests;

/// <summary>Sizes at which anything quadratic takes minutes. The bound is no measurement: it ends a test that hangs.</summary>
public sealed class LargePolicyTests
{
    private const int Bound = 120_000;
    private const int Many = 10_000;
    private const string TwoCategories = "\"a\": {}, \"b\": {}";

    private static string Join(Func<int, string> item, int count = Many) => string.Join(",", Enumerable.Range(0, count).Select(item));

    private static string Fields(string pattern) =>
        Sample.Policy("\"fields\": {" + Join(i => $"\"{pattern.Replace("#", i.ToString("00000", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)}\": {{ \"category\": \"{(i % 2 == 0 ? "a" : "b")}\" }}") + "}", TwoCategories);

    [Fact(Timeout = Bound)]
    public Task ChainOfDerivations_IsFollowedToItsEnd() => Task.Run(() =>
    {
        var table = Sample.Table(Sample.Policy(
            "\"rules\": [ { \"deny\": { \"categories\": [\"end\"], \"purposes\": [\"support\"] } } ]", Join(i => $"\"c{i}\": {{ \"derivedFrom\": [\"{(i == Many - 1 ? "end" : $"c{i + 1}")}\"] }}") + ", \"end\": {}, \"free\": {}"));

        Assert.All(table.Document.Categories.Keys, c => Assert.Equal(c == "free", table.Judge(new(c, ["support"]), "support").IsPermitted));
    });

    [Fact(Timeout = Bound)]
    public Task CircleOfDerivations_ReachesEveryRuleOnIt() => Task.Run(() =>
    {
        var table = Sample.Table(Sample.Policy(
            "\"rules\": [ { \"id\": \"r\", \"deny\": { \"categories\": [\"c77\"], \"purposes\": [\"support\"] } } ]", Join(i => $"\"c{i}\": {{ \"derivedFrom\": [\"c{(i + 1) % Many}\"] }}") + ", \"outside\": { \"derivedFrom\": [\"c5\"] }"));

        Assert.All(table.Document.Categories.Keys, c => Assert.Equal("r", table.Judge(new(c, ["support"]), "support").Rule));
    });

    [Theory(Timeout = Bound)]
    [InlineData("Acme.**.Field#*")]
    [InlineData("**.Entity#.*")]
    [InlineData("Acme.*.Entity#.Name")]
    [InlineData("Acme.Bag.Get(key: \\\"k#\\\")")]
    [InlineData("Acme.*#")]
    public Task PatternsThatDoNotMeet_AreRead(string pattern) => Task.Run(() => Sample.Table(Fields(pattern)));

    [Fact(Timeout = Bound)]
    public Task PatternsThatMeet_AreEachReported() => Task.Run(() => Assert.Equal(Many - 1, Sample.Read(Fields("**.*#*")).Errors.Count));

    [Fact(Timeout = Bound)]
    public Task OverlayOverALargeBase_IsCompared() => Task.Run(() =>
    {
        var below = new PolicySource("base.json", Fields("Acme.**.Field#*"));
        var overlay = "{ \"version\": 1, \"extends\": [\"base.json\"], \"fields\": {" + Join(i => $"\"Acme.**.Field{i:00000}x*\": {{ \"category\": \"{(i % 2 == 0 || i == 77 ? "a" : "b")}\" }}") + "} }";

        Assert.Equal("$.fields['Acme.**.Field00077x*']", Sample.Error(overlay, below).JsonPath);
    });

    [Fact(Timeout = Bound)]
    public Task EverythingMisspelledOnOneLine_IsReported() => Task.Run(() =>
    {
        var result = Sample.Read(Sample.Policy(categories: Join(i => $"\"c{i}\": {{ \"collectedFor\": [\"prupose{i}\"] }}"), purposes: Join(i => $"\"purpose{i}\": {{ \"basis\": \"contract\" }}")));

        Assert.Equal(Many, result.Errors.Count);
        Assert.Equal("purpose0", result.Errors[0].Suggestion);
    });

    [Fact(Timeout = Bound)]
    public Task NameOfManyParts_IsNoName() => Task.Run(() =>
        Assert.All(Sample.Read(Sample.Policy("\"erasure\": [ { \"categories\": [\"" + string.Join(".", Enumerable.Repeat("a", Many * 10)) + "\"] } ]")).Errors, e => Assert.Equal("ECRM1001", e.Id)));
}
