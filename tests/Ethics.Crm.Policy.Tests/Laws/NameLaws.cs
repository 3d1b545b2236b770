using Ethics.Crm.Policy.Naming;
using Ethics.Crm.Policy.Patterns;
using FsCheck.Xunit;

namespace Ethics.Crm.Policy.Tests.Laws;

public sealed class NameLaws
{
    private static readonly string[] Names = [.. PolicyNames.Purposes, "a.x.y.z", "a.xy", "b-x", "A"];

    [Fact]
    public void Covering_IsAPartialOrder()
    {
        foreach (var a in Names)
        {
            Assert.True(Dotted.Covers(a, a));
            foreach (var b in Names)
            {
                Assert.Equal(b.Split('.').Take(a.Split('.').Length).SequenceEqual(a.Split('.')), Dotted.Covers(a, b));
                Assert.True(a == b || !(Dotted.Covers(a, b) && Dotted.Covers(b, a)));
                Assert.All(Names, c => Assert.True(!(Dotted.Covers(a, b) && Dotted.Covers(b, c)) || Dotted.Covers(a, c)));
            }
        }
    }

    [Property(MaxTest = 300)]
    public void Distance_IsSymmetricAndZeroOnlyForEqual(string? a, string? b)
    {
        (a, b) = (a ?? "", b ?? "");

        Assert.Equal(Nearest.Distance(a, b), Nearest.Distance(b, a));
        Assert.Equal(a == b, Nearest.Distance(a, b) == 0);
    }

    [Property(MaxTest = 1000)]
    public void PatternParser_NeverThrows(string? text)
    {
        foreach (var use in Enum.GetValues<PatternUse>())
        {
            var pattern = PatternParser.Parse(text ?? "", use, out var fault);
            Assert.Equal(pattern is null, fault.Length > 0);
        }
    }
}
