using Ethics.Crm.Soundness.Tests.Generation;
using Ethics.Crm.Soundness.Tests.Interpretation;
using Ethics.Crm.Soundness.Tests.Judging;
using Ethics.Crm.Soundness.Tests.Measuring;
using Xunit.Abstractions;

namespace Ethics.Crm.Soundness.Tests;

/// <summary>The rules of today, held to the oracle. What they do not claim yet is a number; what they claim is a bound.</summary>
public sealed class RulesTests(ITestOutputHelper output)
{
    private static Measurement Run => Measurement.Run;

    private static Lazy<Measurement> Followed => Measurement.Followed;

    [Fact]
    public void Rules_DoNotCrash()
    {
        output.WriteLine($"Missed {Run.Tally.MissRate:P1} of {Run.Tally.Witnesses.Values.Sum()}, false alarms {Run.Tally.FalseAlarmRate:P1} of {Run.Tally.Judged} reports that can be judged.");

        Expect.Nothing(Run.Crashes);
    }

    [Fact]
    public void ReadInCodeThatDeclaresAWrongPurpose_IsNeverMissed() => Expect.Nothing(Failures.Of(Run, Bound.ReadsAreTold));

    /// <summary>Without any, the bound would say nothing.</summary>
    [WholeRunFact]
    public void ReadsInCodeThatDeclaresAWrongPurpose_AreInATenthOfThePrograms() =>
        Assert.True(Run.Tally.Witnesses.GetValueOrDefault(WitnessKind.Read) >= Run.Tally.Programs / 10, Settings.Given.RepeatsAll);

    /// <summary>Nor is one reported in a branch that a constant makes dead.</summary>
    [Fact]
    public void ReportOfARead_IsNeverFalse() => Expect.Nothing(Failures.Of(Run, Bound.NoFalseRead));

    [Fact]
    public void ValueSeenInCodeForAWrongPurpose_OfConstructsThatAreFollowed_IsNeverMissed()
    {
        output.WriteLine(Publication.Followed(Followed.Value));

        Expect.Nothing(Failures.Of(Followed.Value, Bound.FlowsAreTold));
    }

    [Fact]
    public void ReadInCodeThatWasCalledForAWrongPurpose_OfConstructsThatAreFollowed_IsNeverMissed()
    {
        output.WriteLine($"Of constructs that are followed: {Followed.Value.Tally.Missed.GetValueOrDefault(WitnessKind.Helper)} of {Followed.Value.Tally.Witnesses.GetValueOrDefault(WitnessKind.Helper)} reads in helpers missed.");

        Expect.Nothing(Failures.Of(Followed.Value, Bound.HelpersAreTold));
    }

    [Fact]
    public void ValueStoredWhereMoreIsPermitted_OfConstructsThatAreFollowed_IsNeverMissed()
    {
        output.WriteLine($"Of constructs that are followed: {Followed.Value.Tally.Missed.GetValueOrDefault(WitnessKind.Store)} of {Followed.Value.Tally.Witnesses.GetValueOrDefault(WitnessKind.Store)} stores missed.");

        Expect.Nothing(Failures.Of(Followed.Value, Bound.StoresAreTold));
    }

    /// <summary>Without any, the bound would say nothing.</summary>
    [FollowedRunFact]
    public void ValuesStoredWhereMoreIsPermitted_OfConstructsThatAreFollowed_AreSomeInTwoThousandPrograms() =>
        Assert.True(Followed.Value.Tally.Witnesses.GetValueOrDefault(WitnessKind.Store) >= Followed.Value.Tally.Programs / 400, Settings.Given.RepeatsAll);

    /// <summary>Without any, the bound would say nothing.</summary>
    [FollowedRunFact]
    public void ReadsInCodeThatWasCalledForAWrongPurpose_OfConstructsThatAreFollowed_AreInAHundredthOfThePrograms() =>
        Assert.True(Followed.Value.Tally.Witnesses.GetValueOrDefault(WitnessKind.Helper) >= Followed.Value.Tally.Programs / 100, Settings.Given.RepeatsAll);

    /// <summary>Without any, the bound would say nothing.</summary>
    [FollowedRunFact]
    public void ValuesSeenInCodeForAWrongPurpose_OfConstructsThatAreFollowed_AreInAQuarterOfThePrograms() =>
        Assert.True(Followed.Value.Tally.Witnesses.GetValueOrDefault(WitnessKind.Flow) >= Followed.Value.Tally.Programs / 4, Settings.Given.RepeatsAll);

    [FollowedRunFact]
    public void FalseAlarms_OfConstructsThatAreFollowed_AreAtMostFiveOfAHundred()
    {
        Assert.True(Followed.Value.Tally.FalseAlarmRate <= 0.05, Publication.Followed(Followed.Value));
    }
}
