using Ethics.Crm.Policy.Naming;
using Ethics.Crm.Policy.Patterns;
using Ethics.Crm.TestKit;

namespace Ethics.Crm.Policy.Tests.Laws;

public sealed class NameLaws
{
    // Every name of at most three parts over parts that begin alike, differ in case, or stand around the dot in the alphabet.
    private static readonly string[] Parts = ["a", "b", "ab", "A", "a-b"];
    private static readonly string[] Names = [.. Parts, .. from a in Parts from b in Parts select $"{a}.{b}", .. from a in Parts from b in Parts from c in Parts select $"{a}.{b}.{c}"];

    [Fact]
    public void Covering_IsReflexiveAntisymmetricAndTransitive()
    {
        foreach (var a in Names)
        {
            Assert.True(Dotted.Covers(a, a));
            foreach (var b in Names.Where(b => Dotted.Covers(a, b)))
            {
                Assert.True(a == b || !Dotted.Covers(b, a), $"{a} and {b} cover each other");
                Assert.All(Names, c => Assert.True(!Dotted.Covers(b, c) || Dotted.Covers(a, c), $"{a} covers {b}, which covers {c}"));
            }
        }
    }

    [Fact]
    public void Covering_IsByWholeParts() =>
        Assert.All(Names, a => Assert.All(Names, b => Assert.Equal(Contract.Within(b, a), Dotted.Covers(a, b))));

    [Fact]
    public void Ancestors_AreWhatCoversIt() =>
        Assert.All(Names, name => Assert.Equal(Names.Where(a => Dotted.Covers(a, name)).OrderByDescending(a => a.Length), Dotted.SelfAndAncestors(name)));

    [Law(Tests = 300)]
    public void Set_AnswersAsItsNamesOneByOne(int[] chosen)
    {
        var names = chosen.Select(i => Names[(int)((uint)i % Names.Length)]).Distinct().ToArray();
        var set = new DottedSet(names);
        foreach (var name in Names)
        {
            Assert.Equal(names.Where(n => Dotted.Covers(name, n)).Order(StringComparer.Ordinal), set.CoveredBy(name).Order(StringComparer.Ordinal));
            Assert.Equal(names.Any(n => Dotted.Covers(name, n)), set.HasBranch(name));
            Assert.Equal(names.Any(n => Dotted.Covers(n, name)), Dotted.AnyCovers(names, name));
        }
    }

    [Law(Tests = 300)]
    public void Distance_IsSymmetricAndZeroOnlyForEqual(string? a, string? b)
    {
        (a, b) = (a ?? "", b ?? "");

        Assert.Equal(Nearest.Distance(a, b), Nearest.Distance(b, a));
        Assert.Equal(a == b, Nearest.Distance(a, b) == 0);
    }

    [Law(Tests = 1000)]
    public void PatternParser_NeverThrows(string? text)
    {
        foreach (var use in Enum.GetValues<PatternUse>())
        {
            var pattern = PatternParser.Parse(text ?? "", use, out var fault);
            Assert.Equal(pattern is null, fault.Length > 0);
        }
    }
}
