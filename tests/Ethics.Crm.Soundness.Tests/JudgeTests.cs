using Ethics.Crm.Soundness.Tests.Judging;
using Ethics.Crm.Soundness.Tests.Measuring;
using Ethics.Crm.Soundness.Tests.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using static Ethics.Crm.Soundness.Tests.HandMade;

namespace Ethics.Crm.Soundness.Tests;

/// <summary>What counts as found, missed and false, on one value that comes through a box into code for marketing.</summary>
public sealed class JudgeTests
{
    private static readonly ClassModel Giver = Code("Desk", "support", [P, B], Put(Mail()));
    private static readonly ClassModel Taker = Code("Letters", "marketing", [B], new Use(1, Held()));

    private static readonly Specimen Specimen = Specimen.Of(Program([Giver, Taker],
        new Evaluate(Calls(Giver, new Local("p", Person), new Local("b", Box))), new Evaluate(Calls(Taker, new Local("b", Box)))));

    private static readonly int Line = Specimen.Printed.Lines[Taker.Methods[0].Body[0]];

    [Fact]
    public void NoReport_IsAMiss() => Assert.Single(Judged().Missed);

    [Fact]
    public void ReportWhereTheValueIsTaken_FindsIt()
    {
        var judgement = Judged(Report(Line));
        Assert.Empty(judgement.Missed);
        Assert.Empty(judgement.FalseAlarms);
    }

    [Fact]
    public void ReportAtAnotherLine_IsMisplaced_AndTheMisuseMissed()
    {
        var judgement = Judged(Report(Line - 9));
        Assert.Single(judgement.Missed);
        Assert.Single(judgement.Misplaced);
        Assert.Empty(judgement.FalseAlarms);
    }

    [Fact]
    public void SecondReportAtAnotherLine_IsAFalseAlarm()
    {
        var judgement = Judged(Report(Line), Report(Line - 9));
        Assert.Empty(judgement.Missed);
        Assert.Equal(Line - 9, Assert.Single(judgement.FalseAlarms).Line);
    }

    [Fact]
    public void ReportOfAnotherMemberOrPurpose_IsAFalseAlarm()
    {
        Assert.Single(Judged(Report(Line) with { Sources = ["Person.Copy"] }).FalseAlarms);
        Assert.Single(Judged(Report(Line) with { Purposes = ["billing"] }).FalseAlarms);
    }

    [Fact]
    public void ReportOfAStore_DoesNotTellAFlow()
    {
        var judgement = Judged(Report(Line) with { Id = "ECRM2007" });
        Assert.Single(judgement.Missed);
    }

    [Fact]
    public void ReportAtCodeThatNoRunReached_IsNotJudged()
    {
        var dead = Code("Letters", "marketing", [P], new Declare("f", new Lambda(null, [new Return(Mail())])));
        var specimen = Specimen.Of(Program([dead], new Evaluate(Calls(dead, new Local("p", Person)))));
        var line = specimen.Printed.Lines[dead.Methods[0].Body[0]];
        var judgement = Judge.Of(specimen.Said, [Report(line)], Unreached.Lines(specimen));
        Assert.Single(judgement.Unjudged);
        Assert.Empty(judgement.FalseAlarms);
    }

    /// <summary>What a constant makes dead is known to be, and a report there is wrong.</summary>
    [Fact]
    public void ReportInABranchThatAConstantMakesDead_IsAFalseAlarm()
    {
        var dead = Code("Letters", "marketing", [P], new If(new Fixed(false), [new Use(1, Mail())], []));
        var specimen = Specimen.Of(Program([dead], new Evaluate(Calls(dead, new Local("p", Person)))));
        var line = specimen.Printed.Lines[dead.Methods[0].Body[0]] + 2;
        Assert.Single(Judge.Of(specimen.Said, [Report(line)], Unreached.Lines(specimen)).FalseAlarms);
    }

    [Fact]
    public void AnalyzerThatThrows_IsACrash() => Assert.Throws<AnalyzerCrashedException>(static () =>
        new Rules([new Throwing()]).Analyze(Execution.Batch.Compile([Specimen.Printed])));

    [Fact]
    public void AnalyzerThatSaysNothing_MissesEverything() =>
        Assert.Equal([true], Shrinking.Interesting.Misses(Silent.Analyzer, Interpretation.WitnessKind.Flow, [Specimen]));

    private static Report Report(int line) => new("ECRM2002", line, ["Person.Mail"], ["marketing"], "");

    private static Judgement Judged(params Report[] reports) => Judge.Of(Specimen.Said, reports, Unreached.Lines(Specimen));

#pragma warning disable RS1001 // Nobody is to load it: the test hands it over itself.
    private sealed class Throwing : DiagnosticAnalyzer
    {
        public override System.Collections.Immutable.ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
            [new("T1", "Throws", "Throws", "Test", DiagnosticSeverity.Warning, true)];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterSyntaxNodeAction(static _ => throw new InvalidOperationException("Planted."), SyntaxKind.ClassDeclaration);
        }
    }
}
