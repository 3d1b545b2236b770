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
            var program = Specimen.Of(ProgramGen.Program(seed, number, Repertoire.Whole));
            var length = program.Printed.Text.Length;
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

    /// <summary>A way through methods that only call the next one, and through names of one object, is not what anybody wants to read.</summary>
    [Fact]
    public void DetoursOfAProgram_AreTakenOut()
    {
        var taker = Code("Letters", "marketing", [P], new Use(1, Mail()));
        var inner = Code("Inner", "", [new("q", Person)], new Declare("same", new Local("q", Person)), new Evaluate(Calls(taker, new Local("same", Person))));
        var outer = Code("Outer", "", [new("r", Person)], new Evaluate(Calls(inner, new Local("r", Person))));
        var program = Program([taker, inner, outer], new Evaluate(Calls(outer, new Local("p", Person))));

        var shrunk = Shrinker.Shrink(Specimen.Of(program), static specimens => Interesting.Breaks(Judging.Bound.ReadsAreTold, Judging.Silent.Analyzer, specimens), 60);

        // Who works for marketing stays a method, because that is what it does wrong.
        Assert.Equal(["Letters", "Case"], shrunk.Model.Classes.Where(static type => !type.Methods.IsEmpty).Select(static type => type.Name));
        Assert.Equal(["p"], shrunk.Model.Statements().OfType<Declare>().Select(static declare => declare.Name));
    }

    [Fact]
    public void NameThatIsThereAlready_IsNotWellTyped()
    {
        Assert.NotNull(WellTyped.Complaint(Program([], new Declare("p", new Literal("x")))));
        Assert.NotNull(WellTyped.Complaint(Program([], new ForEach("p", new MakeList(ModelType.Text, [new Literal("x")]), []))));
        Assert.NotNull(WellTyped.Complaint(Program([], new Split("q", "b", new MakePair(new Literal("x"), new Literal("x"))))));
        Assert.NotNull(WellTyped.Complaint(Program([], new Declare("f", new Lambda("p", [new Return(new Literal("x"))])))));
        // What was declared in a block is gone after it.
        Assert.Null(WellTyped.Complaint(Program([], new If(new Bit(0), [new Declare("q", new Literal("x"))], [new Declare("q", new Literal("x"))]))));
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
        var good = Specimen.Of(Program([taker], new Evaluate(Calls(taker, new Local("p", Person)))), 0, Construct.Texts);
        var broken = Specimen.Of(Program([taker], new Use(2, new Invoke(Constant, new Literal("x"))), new Evaluate(Calls(taker, new Local("p", Person)))), 0, Construct.Texts);

        Assert.Equal([true, false, true], Interesting.Breaks(Judging.Bound.ReadsAreTold, Judging.Silent.Analyzer, [good, broken, good]));
        Assert.Equal([true, false, true], Interesting.Disagrees([good, broken, good]));
        Assert.Equal([false], Interesting.Disagrees([broken]));
    }

    /// <summary>So is one that does something that the analyzer, or the machine, cannot bear.</summary>
    [Fact]
    public void CandidateThatThrows_IsNotInteresting()
    {
        var taker = Code("Letters", "marketing", [P], new Use(1, Mail()));
        var good = Specimen.Of(Program([taker], new Evaluate(Calls(taker, new Local("p", Person)))));
        var bad = Specimen.Of(Program([taker], new Use(2, new Literal("Bad")), new Evaluate(Calls(taker, new Local("p", Person)))));

        Assert.Equal([true, false, true], Interesting.Breaks(Judging.Bound.ReadsAreTold, new FailureTests.CrashesOn("\"Bad\""), [good, bad, good]));
        Assert.Equal([false], Interesting.Breaks(Judging.Bound.ReadsAreTold, new FailureTests.CrashesOn("\"Bad\""), [bad]));
    }

    /// <summary>What a misuse does not need goes: statements, blocks, detours, results, parameters, purposes, and all but the simplest of expressions.</summary>
    [Fact]
    public void ShrunkProgram_IsWhatTheMisuseNeeds()
    {
        var taker = Code("Letters", "", [new("q", Person), T], new Use(1, new Local("t", ModelType.Text)), new If(new Bit(0), [new Scope(["billing", "support"], [new Use(2, new Derive(Derivation.UpperCase, [Mail("q")]))])], []), new Return(new Literal("y")));
        var outer = Code("Outer", "support", [new("r", Person)], new Declare("s", Calls(taker, new Local("r", Person), new Derive(Derivation.Concatenation, [new Literal("a"), new Literal("b")]))), new Use(3, new Local("s", ModelType.Text)));
        var program = Program([taker, outer], Put(new Literal("z")), new Evaluate(Calls(outer, new Local("p", Person))));

        var shrunk = Shrinker.Shrink(Specimen.Of(program), static specimens => Interesting.Breaks(Judging.Bound.ReadsAreTold, Judging.Silent.Analyzer, specimens), 60);

        Assert.Equal("""
            namespace P0;
            public class Person
            {
                [CollectedFor("support")] public string Mail { get; set; } = Given.Text("Person.Mail");
            }
            public class Case
            {
                public static void Run()
                {
                    var p = new Person();
                    using (PurposeScope.Enter("billing"))
                    {
                        Seen.Use(2, p.Mail);
                    }
                }
            }

            """, shrunk.Printed.Text, ignoreLineEndingDifferences: true);
    }

    private static Lambda Constant => new("q", [new Return(new Literal("x"))]);
}
