using Ethics.Crm.Policy.Shapes;
using Ethics.Crm.TestKit;
using FsCheck;
using FsCheck.Fluent;

namespace Ethics.Crm.Policy.Tests.Laws;

/// <summary>A law that holds because its cases are never generated shows nothing. Here the cases are counted.</summary>
public sealed class GeneratorTests
{
    private static readonly List<(Overlaid Pair, PolicyResult Result)> Overlays = [.. Sample(PolicyGen.Overlays(), 1600).Select(o => (o, o.Read()))];

    [Fact]
    public void Overlays_AreAcceptedAndRefusedOftenEnough() => Assert.InRange(Overlays.Count(o => o.Result.Table is not null), 200, 1400);

    [Fact]
    public void AcceptedOverlays_ChangeSomething() =>
        Assert.InRange(Overlays.Count(o => o.Result.Table is { } table && table.Identity != o.Pair.Base.Table.Identity), 120, 1400);

    /// <summary>Each kind of widening that the contract lists is tried, and refused at its place.</summary>
    [Theory]
    [InlineData("collectedFor[")]
    [InlineData(".only[")]
    [InlineData(".for[")]
    [InlineData(".categories[")]
    [InlineData("$.recipients.")]
    [InlineData("$.compatible[")]
    [InlineData(".basis")]
    [InlineData("$.enforcement.")]
    [InlineData("$.rules[")]
    [InlineData(".retention")]
    [InlineData(".maxAge")]
    [InlineData(".frequency")]
    [InlineData(".quietHours")]
    [InlineData("$.fields[")]
    [InlineData("$.code[")]
    [InlineData("$.sinks[")]
    [InlineData("$.anonymizers[")]
    public void EveryKindOfWidening_IsTried(string path)
    {
        var errors = Overlays.SelectMany(o => o.Result.Errors).Where(e => e.Message.Contains("an overlay can only narrow", StringComparison.Ordinal));

        Assert.Contains(errors, e => e.JsonPath.Contains(path, StringComparison.Ordinal));
    }

    /// <summary>Chains that are read, those among them in which the file in between opens something, and such as are refused.</summary>
    [Fact]
    public void Chains_AreAcceptedAndRefusedOftenEnough()
    {
        var results = Sample(PolicyGen.Chains(), 400).Select(c => (Chain: c, Result: c.Read())).ToList();

        Assert.InRange(results.Count(r => r.Result.Table is not null), 40, 360);
        Assert.InRange(results.Count(r => r.Result.Table is not null && r.Chain.Middle.Contains("\"open\":true", StringComparison.Ordinal)), 4, 360);
    }

    /// <summary>A key that is never written is one that no law speaks of.</summary>
    [Fact]
    public void EveryKey_IsGenerated()
    {
        var texts = string.Concat(Sample(PolicyGen.GoodPolicies(), 200).Select(p => p.Text));

        Assert.All(Keys(PolicyShapes.Root).Distinct().Where(k => k != "extends"), key => Assert.Contains($"\"{key}\":", texts, StringComparison.Ordinal));
        Assert.Contains(":null", texts, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Keys(Shape shape) => shape switch
    {
        ObjectShape known => known.Keys.SelectMany(k => Keys(k.Shape).Prepend(k.Name)),
        MapShape map => Keys(map.Values),
        ListShape list => Keys(list.Items),
        EitherShape either => Keys(either.Object),
        _ => [],
    };

    [Theory]
    [InlineData("NotCollected")]
    [InlineData("NothingPermitted")]
    [InlineData("Ceiling")]
    [InlineData("Rule")]
    [InlineData("SpecialWithoutGround")]
    [InlineData("Protected")]
    [InlineData("InConfidence")]
    [InlineData("Permitted")]
    public void EveryVerdict_IsReached(string kind)
    {
        var policies = Sample(PolicyGen.GoodPolicies(), 60);
        var labels = Sample(PolicyGen.Labels(), 60).ToList();

        Assert.Contains(policies, policy => labels.Exists(l => policy.Table.Purposes.Any(p => policy.Table.Judge(l.Label, p).Kind.ToString() == kind)));
    }

    /// <summary>Compatible entries that permit something which the label alone does not.</summary>
    [Fact]
    public void CompatibleEntries_Decide()
    {
        var labels = Sample(PolicyGen.Labels(), 40).ToList();
        var deciding = Sample(PolicyGen.GoodPolicies(), 100).Count(policy => labels.Exists(l =>
            !policy.Table.PermittedPurposes(l.Label).SequenceEqual(new PolicyTable(policy.Table.Document with { Compatible = [] }).PermittedPurposes(l.Label))));

        Assert.InRange(deciding, 8, 100);
    }

    [Fact]
    public void CounterExamples_ShrinkToWhatMatters()
    {
        var policy = Sample(PolicyGen.GoodPolicies(), 30).First(p => p.Text.Contains("\"only\":true", StringComparison.Ordinal) || p.Text.Contains("\"special\":true", StringComparison.Ordinal));
        var marked = policy.Text.Contains("\"special\":true", StringComparison.Ordinal) ? "\"special\":true" : "\"only\":true";
        while (PolicyGen.GoodPolicies().Shrinker(policy).FirstOrDefault(p => p.Text.Contains(marked, StringComparison.Ordinal)) is { } smaller)
        {
            policy = smaller;
        }

        Assert.True(policy.Text.Length < 160, policy.Text);
    }

    private static T[] Sample<T>(Arbitrary<T> values, int count) => values.Generator.Sample(count, LawSettings.Current.Rnd, 50);
}
