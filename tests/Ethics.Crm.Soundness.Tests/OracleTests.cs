using Ethics.Crm.Soundness.Tests.Measuring;

namespace Ethics.Crm.Soundness.Tests;

/// <summary>The oracle is itself tested: each generated program is executed.</summary>
public sealed class OracleTests
{
    [Fact]
    public void Programs_DoWhatTheInterpreterSays() => Expect.Nothing(Failures.Disagreements(Measurement.Run));

    [Fact]
    public void ProgramsAsTheyArePrinted_UseWhatTheInterpreterSays() => Expect.Nothing(Failures.PlainDisagreements(Measurement.Run));

    [Fact]
    public void RunsWithOtherLabelledValues_DifferOnlyWhereTheLabelReached() => Expect.Nothing(Failures.Interferences(Measurement.Run));
}
