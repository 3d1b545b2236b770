using Ethics.Crm.Soundness.Tests.Interpretation;
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
        // It is no false alarm, and no bound lets it pass.
        Assert.True(Bound.NoFalseAlarm.IsBroken(Specimen, judgement) && Bound.FalseAlarmsAreDeadReads.IsBroken(Specimen, judgement));
        Assert.False(Bound.NoFalseAlarm.IsBroken(Specimen, Judged(Report(Line))) || Bound.FalseAlarmsAreDeadReads.IsBroken(Specimen, Judged(Report(Line))));
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

    /// <summary>Each thing that a report says has to be true: that another one is does not excuse it.</summary>
    [Fact]
    public void ReportThatNamesOneMemberOrPurposeTooMany_FindsTheMisuse_AndIsAFalseAlarm()
    {
        var (member, purpose) = (Judged(Report(Line) with { Sources = ["Person.Mail", "Person.Copy"] }), Judged(Report(Line) with { Purposes = ["marketing", "billing"] }));
        Assert.Empty(member.Missed.Concat(purpose.Missed));
        Assert.Single(member.FalseAlarms);
        Assert.Single(purpose.FalseAlarms);
        // A name that is no labelled member says where, and nothing about it.
        Assert.Empty(Judged(Report(Line) with { Sources = ["Person.Mail", "Letters.InLetters"] }).FalseAlarms);
    }

    [Fact]
    public void ReportThatNamesNothing_IsAFalseAlarm()
    {
        Assert.Single(Judged(Report(Line) with { Sources = [] }).FalseAlarms);
        Assert.Single(Judged(Report(Line) with { Purposes = [] }).FalseAlarms);
    }

    /// <summary>What is told by which rule, and at the same line by no other.</summary>
    [Theory]
    [InlineData("read", "ECRM2001", 0, 0)]
    [InlineData("read", "ECRM2003", 2, 1)]
    [InlineData("read", "ECRM2002", 1, 0)] // The use at that line is a flow as well.
    [InlineData("read", "ECRM2007", 2, 1)]
    [InlineData("helper", "ECRM2003", 0, 0)]
    [InlineData("helper", "ECRM2001", 0, 0)]
    [InlineData("helper", "ECRM2002", 1, 0)]
    [InlineData("helper", "ECRM2007", 2, 1)]
    [InlineData("flow", "ECRM2002", 0, 0)]
    [InlineData("flow", "ECRM2001", 1, 1)]
    [InlineData("flow", "ECRM2003", 1, 1)]
    [InlineData("flow", "ECRM2007", 1, 1)]
    [InlineData("store", "ECRM2007", 0, 0)]
    [InlineData("store", "ECRM2001", 1, 1)]
    [InlineData("store", "ECRM2002", 1, 1)]
    [InlineData("store", "ECRM2003", 1, 1)]
    public void MisuseAtItsLine_IsToldByItsRule(string misuse, string id, int missed, int falseAlarms)
    {
        var reading = Code("Letters", misuse == "helper" ? "" : "marketing", [P], new Use(1, Mail()));
        var calling = Code("Caller", "marketing", [P], new Evaluate(Calls(reading, new Local("p", Person))));
        var storing = Code("Desk", "support", [P], new Store(new Local("p", Person), "Person", "Copy", Mail()));
        Evaluate Run(ClassModel code) => new(Calls(code, new Local("p", Person)));
        var (specimen, line) = misuse switch
        {
            "read" => At(Specimen.Of(Program([reading], Run(reading))), reading),
            "helper" => At(Specimen.Of(Program([reading, calling], Run(calling))), reading),
            "store" => At(Specimen.Of(Program([storing], Run(storing))), storing),
            _ => (Specimen, Line),
        };

        var judgement = Judge.Of(specimen, [Report(line) with { Id = id, Sources = misuse == "store" && id == "ECRM2007" ? ["Person.Mail", "Person.Copy"] : ["Person.Mail"] }]);

        Assert.Equal((missed, falseAlarms), (judgement.Missed.Count, judgement.FalseAlarms.Count));

        static (Specimen, int) At(Specimen specimen, ClassModel code) => (specimen, specimen.Printed.Lines[code.Methods[0].Body[0]]);
    }

    [Theory]
    [InlineData("Person.Copy", "Person.Mail", 1)]
    [InlineData("Person.Mail", "Person.Mail", 1)]
    [InlineData("Person.Mail", "Person.Copy", 0)]
    public void StoreInAnotherMember_IsNotTold(string from, string to, int wrong)
    {
        var storing = Code("Desk", "support", [P], new Store(new Local("p", Person), "Person", "Copy", Mail()));
        var specimen = Specimen.Of(Program([storing], new Evaluate(Calls(storing, new Local("p", Person)))));
        var judgement = Judge.Of(specimen, [Report(specimen.Printed.Lines[storing.Methods[0].Body[0]]) with { Id = "ECRM2007", Sources = [from, to] }]);
        Assert.Equal((wrong, wrong), (judgement.Missed.Count, judgement.FalseAlarms.Count));
    }

    [Fact]
    public void OneMiss_ExcusesOneReportElsewhere()
    {
        var judgement = Judged(Report(Line - 9), Report(Line - 8));
        Assert.Equal(Line - 9, Assert.Single(judgement.Misplaced).Line);
        Assert.Equal(Line - 8, Assert.Single(judgement.FalseAlarms).Line);
    }

    /// <summary>Two calls hand the value over: that one of them is told leaves the other to be found.</summary>
    [Fact]
    public void UseThatIsReachedOnTwoWays_IsMissedUntilBothAreTold()
    {
        var taker = Code("Letters", "marketing", [T], new Use(1, new Local("t", ModelType.Text)));
        var giver = Code("Desk", "support", [P], new Evaluate(Calls(taker, Mail())), new Evaluate(Calls(taker, Mail())));
        var specimen = Specimen.Of(Program([taker, giver], new Evaluate(Calls(giver, new Local("p", Person)))));
        Report At(ClassModel code, int statement) => Report(specimen.Printed.Lines[code.Methods[0].Body[statement]]);
        int Missed(params Report[] reports) => Judge.Of(specimen, reports).Missed.Count;

        Assert.Equal((1, 1, 0), (Missed(At(giver, 0)), Missed(At(giver, 1)), Missed(At(giver, 0), At(giver, 1))));
        // Where it is used, both have come together.
        Assert.Equal(0, Missed(At(taker, 0)));
    }

    /// <summary>Two values become one: a report of the read, by which the one came, says nothing about the other, which came through a box.</summary>
    [Fact]
    public void ValueMadeOfTwo_IsMissedUntilTheWaysOfBothAreTold()
    {
        Local read = new("v", ModelType.Text), person = new("p", Person), box = new("b", Box);
        var taker = Code("Letters", "marketing", [P, B], new Declare("v", Mail()), new Use(1, new Derive(Derivation.Concatenation, [read, Held()])));
        var specimen = Specimen.Of(Program([Giver, taker], new Evaluate(Calls(Giver, person, box)), new Evaluate(Calls(taker, person, box))));
        Report At(int statement, string id) => Report(specimen.Printed.Lines[taker.Methods[0].Body[statement]]) with { Id = id };
        int Missed(params Report[] reports) => Judge.Of(specimen, reports).Missed.Count;

        // The read is told, and the use is missed until the box is.
        Assert.Equal((2, 1), (Missed(), Missed(At(0, "ECRM2001"))));
        Assert.Equal(0, Missed(At(0, "ECRM2001"), At(1, "ECRM2002")));
        Assert.Equal(WitnessKind.Flow, Assert.Single(Judge.Of(specimen, [At(0, "ECRM2001")]).Missed).Kind);
    }

    [Fact]
    public void ValueThatComesAndIsNotUsed_IsAnArrival_ReportedOrNot()
    {
        var taker = Code("Letters", "marketing", [T], new Use(1, new Literal("x")));
        var giver = Code("Desk", "support", [P], new Evaluate(Calls(taker, Mail())));
        var specimen = Specimen.Of(Program([taker, giver], new Evaluate(Calls(giver, new Local("p", Person)))));
        var report = Report(specimen.Printed.Lines[giver.Methods[0].Body[0]]);

        var (silent, told, wrong) = (Judge.Of(specimen, []), Judge.Of(specimen, [report]), Judge.Of(specimen, [report with { Id = "ECRM2001" }]));

        Assert.Equal((1, 0, 0), (silent.Arrivals.Count, silent.ReportedArrivals, silent.Missed.Count));
        Assert.Equal((1, 1, 1, 0), (told.Arrivals.Count, told.ReportedArrivals, told.Unused.Count, told.FalseAlarms.Count));
        Assert.Equal((0, 1), (wrong.ReportedArrivals, wrong.FalseAlarms.Count));
        // A value that is used is misuse, and its arrival a part of it.
        Assert.Empty(Judged().Arrivals);
    }

    /// <summary>A dead branch excuses a report of the read in it, and nothing else in its program.</summary>
    [Fact]
    public void DeadBranch_ExcusesTheReadInIt_AndNothingElse()
    {
        var dead = Code("Letters", "marketing", [P], new If(new Fixed(false), [new Use(1, Mail())], []), new Use(2, new Literal("x")));
        var specimen = Specimen.Of(Program([dead], new Evaluate(Calls(dead, new Local("p", Person)))));
        var line = specimen.Printed.Lines[((If)dead.Methods[0].Body[0]).Then[0]];
        bool IsBroken(Report report) => Bound.FalseAlarmsAreDeadReads.IsBroken(specimen, Judge.Of(specimen, [report with { Id = "ECRM2001" }]));

        Assert.False(IsBroken(Report(line)));
        Assert.True(IsBroken(Report(line) with { Sources = ["Person.Copy"] }));
        Assert.True(IsBroken(Report(specimen.Printed.Lines[dead.Methods[0].Body[1]])));
        Assert.True(Bound.FalseAlarmsAreDeadReads.IsBroken(specimen, Judge.Of(specimen, [Report(line)])));
        Assert.False(Bound.NoFalseRead.IsBroken(specimen, Judge.Of(specimen, [Report(line)])));
        Assert.True(Bound.NoFalseRead.IsBroken(specimen, Judge.Of(specimen, [Report(line) with { Id = "ECRM2001" }])));
    }

    [Fact]
    public void ReportAtCodeThatNoRunReached_IsNotJudged()
    {
        var dead = Code("Letters", "marketing", [P], new Declare("f", new Lambda(null, [new Return(Mail())])));
        var specimen = Specimen.Of(Program([dead], new Evaluate(Calls(dead, new Local("p", Person)))));
        var line = specimen.Printed.Lines[dead.Methods[0].Body[0]];
        var judgement = Judge.Of(specimen, [Report(line)]);
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
        Assert.Single(Judge.Of(specimen, [Report(line)]).FalseAlarms);
    }

    [Fact]
    public void AnalyzerThatThrows_IsACrash() => Assert.Throws<AnalyzerCrashedException>(static () =>
        new Rules([new Throwing()]).Analyze(Execution.Batch.Compile([Specimen.Printed])));

    [Fact]
    public void AnalyzerThatSaysNothing_MissesEverything() =>
        Assert.Equal([true], Shrinking.Interesting.Breaks(Bound.Tells(WitnessKind.Flow), Silent.Analyzer, [Specimen]));

    private static Report Report(int line) => new("ECRM2002", line, ["Person.Mail"], ["marketing"], "");

    private static Judgement Judged(params Report[] reports) => Judge.Of(Specimen, reports);

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
