using System.Globalization;
using Ethics.Crm.Policy.Patterns;

namespace Ethics.Crm.Policy.Tests.Patterns;

/// <summary>What a look-up costs is counted, not timed: how many of ten thousand patterns are tried.</summary>
public sealed class PatternIndexTests
{
    private const int Many = 10_000;

    [Theory]
    [InlineData("Acme.Module#.**", "Acme.Module#.Jobs.Run")]
    [InlineData("Acme.Module#.**", "Acme.Module#")]
    [InlineData("Acme.Module#.*.Run*", "Acme.Module#.Jobs.RunAll")]
    [InlineData("Acme.Job#*", "Acme.Job#Nightly")]
    [InlineData("Acme.**.*Job#", "Acme.Tools.NightlyJob#")]
    [InlineData("**.Module#.**", "Acme.Tools.Module#.Run")]
    [InlineData("**.Module#.*", "Acme.Tools.Module#.Run")]
    [InlineData("Acme.*.Module#.**", "Acme.Tools.Module#.Jobs.Run")]
    [InlineData("**.Job#*", "Acme.Tools.Job#Nightly")]
    [InlineData("**.Job#", "Acme.Tools.Job#")]
    public void ManyPatterns_AreNotTriedOneByOne(string pattern, string name)
    {
        var index = Index(pattern);
        foreach (var i in new[] { 0, 4711, Many - 1 })
        {
            var tried = 0;
            Assert.Equal(i, index.Find(Numbered(name, i), 0, (_, _) => ++tried > 0)?.Value);
            Assert.InRange(tried, 1, 2);
        }
    }

    /// <summary>Letters with a wildcard on either side say where nothing begins or ends.</summary>
    [Fact]
    public void Limit_LettersBetweenWildcards_AreTriedOneByOne()
    {
        var tried = 0;

        Assert.Equal(Many - 1, Index("Acme.*Job#*").Find(Numbered("Acme.Job#", Many - 1), 0, (_, _) => ++tried > 0)?.Value);
        Assert.Equal(Many, tried);
    }

    private static PatternIndex<int> Index(string pattern) =>
        new(Enumerable.Range(0, Many).Select(i => new KeyValuePair<MemberPattern, int>(PatternParser.Parse(Numbered(pattern, i), PatternUse.Code, out _)!, i)));

    private static string Numbered(string text, int number) => text.Replace("#", number.ToString("00000", CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
