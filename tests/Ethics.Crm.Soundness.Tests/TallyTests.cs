using Ethics.Crm.Soundness.Tests.Judging;
using Ethics.Crm.Soundness.Tests.Measuring;
using Ethics.Crm.Soundness.Tests.Model;
using static Ethics.Crm.Soundness.Tests.HandMade;

namespace Ethics.Crm.Soundness.Tests;

/// <summary>How what is judged becomes a rate.</summary>
public sealed class TallyTests
{
    /// <summary>One read that is told, one report that is wrong, and one at code that no run reached, which would make a rate of a third of what is a half.</summary>
    [Fact]
    public void ReportsThatNoRunCanJudge_AreNoPartOfTheRate()
    {
        var code = Code("Letters", "marketing", [P], new Use(1, Mail()), new Declare("f", new Lambda(null, [new Return(Mail())])), new Use(2, new Literal("x")));
        var specimen = Specimen.Of(Program([code], new Evaluate(Calls(code, new Local("p", Person)))));
        Report At(int statement) => new("ECRM2001", specimen.Printed.Lines[code.Methods[0].Body[statement]], ["Person.Mail"], ["marketing"], "");
        var tally = new Tally();

        tally.Add(specimen);
        tally.Add(Judge.Of(specimen, [At(0), At(1), At(2)]));

        Assert.Equal((3, 1, 2, 1), (tally.Reports, tally.Unjudged, tally.Judged, tally.FalseAlarms));
        Assert.Equal(0.5, tally.FalseAlarmRate);
        Assert.Equal(0, tally.MissRate);
    }

    [Fact]
    public void WhatNobodyReports_IsMissed()
    {
        var code = Code("Letters", "marketing", [P], new Use(1, Mail()));
        var specimen = Specimen.Of(Program([code], new Evaluate(Calls(code, new Local("p", Person)))));
        var tally = new Tally();

        tally.Add(specimen);
        tally.Add(Judge.Of(specimen, []));

        Assert.Equal((1, 0, 1), (tally.Misusing, tally.Crossing, tally.MissedIn));
        Assert.Equal((1.0, 0.0), (tally.MissRate, tally.FalseAlarmRate));
    }

    [Fact]
    public void ProgramThatMisusesNothing_IsCountedAsSuch()
    {
        var code = Code("Desk", "support", [P], new Use(1, Mail()));
        var tally = new Tally();

        tally.Add(Specimen.Of(Program([code], new Evaluate(Calls(code, new Local("p", Person))))));

        Assert.Equal((1, 0), (tally.Programs, tally.Misusing));
    }
}
