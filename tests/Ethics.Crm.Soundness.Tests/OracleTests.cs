using Ethics.Crm.Soundness.Tests.Measuring;
using Ethics.Crm.Soundness.Tests.Shrinking;

namespace Ethics.Crm.Soundness.Tests;

/// <summary>The oracle is itself tested: each generated program is executed.</summary>
public sealed class OracleTests
{
    [Fact]
    public void Programs_DoWhatTheInterpreterSays() => Expect.Nothing(Measurement.Run.Disagreements.Select(static disagreement =>
    {
        var shrunk = Shrinker.Shrink(disagreement.Specimen.Model, static specimens => Interesting.Disagrees(null, specimens), 60);
        var executed = Interesting.Executed([shrunk])[0];
        return $"{Settings.Given.Repeats(disagreement.Specimen.Number)}\n{Disagreement.In(executed) ?? disagreement}";
    }));

    [Fact]
    public void ProgramsAsTheyArePrinted_UseWhatTheInterpreterSays() => Expect.Nothing(Measurement.Run.PlainDisagreements);

    [Fact]
    public void RunsWithOtherLabelledValues_DifferOnlyWhereTheLabelReached() => Expect.Nothing(Measurement.Run.Interferences);
}
