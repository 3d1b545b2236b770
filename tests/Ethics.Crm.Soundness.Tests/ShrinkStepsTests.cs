using Ethics.Crm.Soundness.Tests.Execution;
using Ethics.Crm.Soundness.Tests.Generation;
using Ethics.Crm.Soundness.Tests.Measuring;
using Ethics.Crm.Soundness.Tests.Model;
using Ethics.Crm.Soundness.Tests.Printing;
using Ethics.Crm.Soundness.Tests.Shrinking;
using static Ethics.Crm.Soundness.Tests.HandMade;

namespace Ethics.Crm.Soundness.Tests;

/// <summary>What the shrinker asks about is a program. A candidate that is none would end the search, and with it hide what was found.</summary>
public sealed class ShrinkStepsTests
{
    /// <summary>Every step that is well-typed compiles: the candidates of ways to nowhere in particular, from programs of several seeds.</summary>
    [Theory]
    [InlineData(7)]
    [InlineData(11)]
    [InlineData(424242)]
    public void StepsThatAreWellTyped_Compile(ulong seed)
    {
        List<Specimen> asked = [];
        for (var number = 0; number < 5; number++)
        {
            List<Specimen> here = [];
            var program = ProgramGen.Program(seed, number, Repertoire.Whole);
            var length = Printer.Print(program).Text.Length;
            Shrinker.Shrink(program, candidates =>
            {
                here.AddRange(candidates);
                // Small steps only, of whatever kind, so that there are many of them before nothing is left.
                var next = candidates.FirstOrDefault(candidate => candidate.Printed.Text.Length >= length - 40);
                length = next?.Printed.Text.Length ?? length;
                return [.. candidates.Select(candidate => ReferenceEquals(candidate, next))];
            }, 20);
            // Those that follow each other differ in little: some of all kinds are enough.
            asked.AddRange(here.Where((_, i) => i % (1 + here.Count / 60) == 0));
        }

        var printed = asked.Select(static (specimen, i) => Printer.Print(specimen.Model, "P" + i)).ToList();

        Assert.True(asked.Count > 200, $"{asked.Count} candidates");
        Expect.Nothing(Batch.Complaints(Batch.Compile(printed)).Values);
    }

    [Fact]
    public void FunctionThatIsCalledWhereItIsWritten_IsNotWellTyped()
    {
        Assert.NotNull(WellTyped.Complaint(Program([], new Use(1, new Invoke(Constant, new Literal("x"))))));
        Assert.NotNull(WellTyped.Complaint(Program([], new Declare("f", new Choice(new Bit(0), Constant, Constant)))));
        Assert.NotNull(WellTyped.Complaint(Program([], new Declare("f", new MakePair(Constant, new Literal("x"))))));
        Assert.Null(WellTyped.Complaint(Program([], new Declare("f", Constant), new Use(1, new Invoke(new Local("f", Constant.Type), new Literal("x"))))));
    }

    /// <summary>Should one be none after all, it is passed over, and those beside it are judged.</summary>
    [Fact]
    public void CandidateThatDoesNotCompile_IsNotInteresting()
    {
        var taker = Code("Letters", "marketing", [P], new Use(1, new Derive(Derivation.UpperCase, [Mail()])));
        var good = Specimen.Of(Program([taker], new Evaluate(Calls(taker, new Local("p", Person)))));
        var broken = Specimen.Of(Program([taker], new Use(2, new Invoke(Constant, new Literal("x"))), new Evaluate(Calls(taker, new Local("p", Person)))));

        Assert.Equal([true, false, true], Interesting.Breaks(Judging.Bound.Tells(Interpretation.WitnessKind.Flow), Judging.Silent.Analyzer, [good, broken, good]));
        Assert.Equal([true, false, true], Interesting.Disagrees(Construct.Texts, [good, broken, good]));
        Assert.Equal([false], Interesting.Disagrees(Construct.Texts, [broken]));
    }

    private static Lambda Constant => new("q", [new Return(new Literal("x"))]);
}
