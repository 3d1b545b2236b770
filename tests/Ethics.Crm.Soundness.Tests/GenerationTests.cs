using Ethics.Crm.Soundness.Tests.Execution;
using Ethics.Crm.Soundness.Tests.Generation;
using Ethics.Crm.Soundness.Tests.Measuring;
using Ethics.Crm.Soundness.Tests.Model;
using Ethics.Crm.Soundness.Tests.Printing;

namespace Ethics.Crm.Soundness.Tests;

/// <summary>What is generated is a program, the same one each time, and made of what it may be made of.</summary>
public sealed class GenerationTests
{
    public static TheoryData<string> Constructs() => [.. Enum.GetNames<Construct>()];

    [Fact]
    public void Programs_AreWellTyped() => Expect.Nothing(Measurement.Run.Specimens
        .Select(static specimen => WellTyped.Complaint(specimen.Model) is { } complaint ? Measurement.Run.Failure(specimen.Number, complaint, specimen) : null).OfType<string>());

    [Fact]
    public void SameSeed_GivesTheSameProgram_AndAnotherSeedAnother()
    {
        string Text(ulong seed, int number) => Printer.Print(ProgramGen.Program(seed, number, Repertoire.Whole)).Text;

        Assert.Equal(Text(1, 5), Text(1, 5));
        Assert.NotEqual(Text(1, 5), Text(2, 5));
        Assert.NotEqual(Text(1, 5), Text(1, 6));
    }

    [Theory, MemberData(nameof(Constructs))]
    public void ProgramsWithoutAConstruct_DoWithoutIt(string name)
    {
        var construct = Enum.Parse<Construct>(name);

        var programs = Enumerable.Range(0, 60).Select(number => ProgramGen.Program(7, number, Repertoire.Without(construct))).ToList();

        Assert.All(programs, program => Assert.DoesNotContain(construct, ConstructsOf.Program(program)));
        Assert.All(programs, static program => Assert.Null(WellTyped.Complaint(program)));
    }

    /// <summary>What a flow engine that knows no objects yet will be asked.</summary>
    [Fact]
    public void ProgramsOfAFewConstructs_AreMadeOfThese_AndRun()
    {
        var few = Repertoire.Of(Construct.Locals, Construct.Assignments, Construct.Arguments, Construct.Returns, Construct.Texts, Construct.Tuples, Construct.Lists, Construct.Branches);

        var specimens = Enumerable.Range(0, 100).Select(number => Specimen.Of(ProgramGen.Program(7, number, few), number)).ToList();

        Assert.All(specimens, specimen => Assert.Empty(ConstructsOf.Program(specimen.Model).Except(few.Constructs)));
        Assert.All(Shrinking.Interesting.Executed(specimens), static specimen => Assert.Null(Mutation.FirstRun(specimen, null)));
        Assert.InRange(specimens.Count(static specimen => specimen.Said.Any(static said => said.Witnesses.Count > 0)), 20, 95);
    }

    [Theory]
    [InlineData(null, 51)]
    [InlineData("Locals, Tuples", 2)]
    [InlineData("-Async,-Scopes", 49)]
    [InlineData("Followed", 51)]
    [InlineData("Followed,-Arrays", 50)]
    [InlineData("Values", 47)]
    public void Repertoire_IsReadFromItsNames(string? text, int count) => Assert.Equal(count, Repertoire.Parse(text).Constructs.Count);

    /// <summary>Thirty doublings are few steps and more than there is memory for.</summary>
    [Theory]
    [InlineData(10, true)]
    [InlineData(30, false)]
    public void ProgramWhoseTextsGrowWithoutEnd_IsThrownAway(int doublings, bool ends)
    {
        Local text = new("s", ModelType.Text), same = new("s", ModelType.Text);
        var program = HandMade.Program([], new Declare("s", new Literal("x")), new Repeat("i", doublings, [new Assign("s", new Derive(Derivation.Concatenation, [text, same]))]));

        var thrown = Record.Exception(() => Specimen.Of(program));

        Assert.Equal(ends, thrown is null);
        Assert.True(thrown is null or Interpretation.OutOfStepsException, thrown?.ToString());
    }

    [Fact]
    public void ChoicesThatRunOut_StillGiveAProgram() => Assert.Null(WellTyped.Complaint(ProgramDecoder.Decode([], Repertoire.Whole)));

    /// <summary>Places of reports depend on it.</summary>
    [Fact]
    public void Lines_AreThoseOfThePrintedStatements() => Expect.Nothing(Measurement.Run.Specimens.Take(200).SelectMany(static specimen =>
    {
        var lines = specimen.Printed.Text.Split('\n');
        return specimen.Model.Statements().OfType<Use>().Select(static use => ((object)use, $"Seen.Use({use.Probe}, ")).Concat(specimen.Model.Expressions().OfType<Lambda>().Select(static lambda => ((object)lambda, lambda.IsLocalFunction ? "string v" : "=>")))
            .Where(stands => !lines[specimen.Printed.Lines[stands.Item1] - 1].Contains(stands.Item2, StringComparison.Ordinal))
            .Select(stands => Measurement.Run.Failure(specimen.Number, $"{stands.Item2} does not stand at line {specimen.Printed.Lines[stands.Item1]}.", specimen));
    }));

    [Fact]
    public void ProgramThatDoesNotCompile_IsShown()
    {
        var broken = new PrintedProgram("P0", "namespace P0; class Case { int x = \"\"; }", new Dictionary<object, int>());

        var thrown = Assert.Throws<InvalidOperationException>(() => Batch.Load(Batch.Compile([broken])));

        Assert.Contains("CS0029", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("class Case", thrown.Message, StringComparison.Ordinal);
    }
}
