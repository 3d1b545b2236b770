using Ethics.Crm.Soundness.Tests.Interpretation;
using Ethics.Crm.Soundness.Tests.Measuring;
using Ethics.Crm.Soundness.Tests.Model;
using Xunit.Abstractions;

namespace Ethics.Crm.Soundness.Tests;

/// <summary>The measure is measured: an interpreter that does not know a construct is found out by the programs.</summary>
public sealed class MeasureTests(ITestOutputHelper output)
{
    /// <summary>Every construct, so that none is added whose absence nobody would notice.</summary>
    public static TheoryData<string> Constructs() => [.. Enum.GetNames<Construct>().Where(static name => Settings.Given.Repertoire.Has(Enum.Parse<Construct>(name)))];

    [Theory, MemberData(nameof(Constructs))]
    public void InterpreterWithoutAConstruct_IsFoundOut(string construct)
    {
        var off = Enum.Parse<Construct>(construct);

        var found = Measurement.Run.Specimens.FirstOrDefault(specimen => Mutation.FirstRun(specimen, off) is not null);

        Assert.NotNull(found);
        output.WriteLine($"{construct}: program {found.Number - Settings.Given.First + 1}");
    }

    [Fact]
    public void InterpreterWithAllConstructs_IsNot() =>
        Assert.DoesNotContain(Measurement.Run.Specimens, static specimen => Mutation.FirstRun(specimen, null) is not null);
}
