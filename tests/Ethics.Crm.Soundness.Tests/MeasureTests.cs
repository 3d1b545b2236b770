using Ethics.Crm.Soundness.Tests.Measuring;
using Ethics.Crm.Soundness.Tests.Model;
using Xunit.Abstractions;

namespace Ethics.Crm.Soundness.Tests;

/// <summary>The measure is measured: an interpreter that does not know a construct is found out by the programs.</summary>
public sealed class MeasureTests(ITestOutputHelper output)
{
    /// <summary>Every construct, so that none is added whose absence nobody would notice.</summary>
    public static TheoryData<string> Constructs() => [.. Enum.GetNames<Construct>()];

    [WholeRunTheory, MemberData(nameof(Constructs))]
    public void InterpreterWithoutAConstruct_IsFoundOut(string construct)
    {
        var found = Faults.Planted.Found.GetValueOrDefault(Enum.Parse<Construct>(construct));

        Assert.True(found is not null, $"No program needs {construct}.\n{Settings.Given.RepeatsAll}");
        output.WriteLine($"{construct}: program {found.Number - Settings.Given.First + 1}");
    }

    [Fact]
    public void InterpreterWithAllConstructs_IsNot() => Expect.Nothing(Measurement.Run.Specimens
        .Where(static specimen => Mutation.FirstRun(specimen, null) is not null)
        .Select(static specimen => Measurement.Run.Failure(specimen.Number, "The interpreter says something else than the execution shows.", specimen)));
}
