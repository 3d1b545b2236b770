using Ethics.Crm.Soundness.Tests.Measuring;

namespace Ethics.Crm.Soundness.Tests;

/// <summary>The oracle is itself tested: each generated program is executed.</summary>
public sealed class OracleTests
{
    [Fact]
    public void Programs_DoWhatTheInterpreterSays() => Expect.Nothing(Measurement.Run.Disagreements.Select(static disagreement => disagreement.ToString()));

    [Fact]
    public void ProgramsAsTheyArePrinted_UseWhatTheInterpreterSays() => Expect.Nothing(Measurement.Run.PlainDisagreements);

    [Fact]
    public void RunsWithOtherLabelledValues_DifferOnlyWhereTheLabelReached() => Expect.Nothing(Measurement.Run.Interferences);
}
