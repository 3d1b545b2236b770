using System.Text.RegularExpressions;

namespace Ethics.Crm.Conventions.Tests;

/// <summary>FsCheck's own attributes draw new inputs in every run: a law about a rare input then fails for somebody else, once, and is run again until it passes.</summary>
public sealed partial class LawTests
{
    private static readonly string[] Laws = [.. Repository.Files("tests", "*.cs").Where(file => !file.Contains("TestKit.Laws", StringComparison.Ordinal) && OurAttribute().IsMatch(File.ReadAllText(file)))];

    [Fact]
    public void EveryProperty_IsALaw()
    {
        Assert.NotEmpty(Laws);
        Assert.DoesNotContain(Repository.Files("tests", "*.cs"), file => FsChecksAttribute().IsMatch(File.ReadAllText(file)));
    }

    /// <summary><c>ETHICS_LAWS</c> gives way to a number that FsCheck is told directly.</summary>
    [Fact]
    public void NumberOfInputs_IsNotGivenBesideTheLaw() => Assert.DoesNotContain(Laws, file => File.ReadAllText(file).Contains("MaxTest", StringComparison.Ordinal));

    [GeneratedRegex(@"^\s*\[Law\b", RegexOptions.Multiline)]
    private static partial Regex OurAttribute();

    [GeneratedRegex(@"^\s*\[(?:Property|Properties)\b", RegexOptions.Multiline)]
    private static partial Regex FsChecksAttribute();
}
