using Ethics.Crm.Soundness.Tests.Execution;
using Ethics.Crm.Soundness.Tests.Judging;
using Ethics.Crm.Soundness.Tests.Measuring;
using Ethics.Crm.Soundness.Tests.Model;
using Ethics.Crm.Soundness.Tests.Printing;

namespace Ethics.Crm.Soundness.Tests.Shrinking;

/// <summary>What a program has to keep while it is made smaller.</summary>
internal static class Interesting
{
    /// <summary>The interpreter without a construct tells something else than the whole one. Costs no compilation.</summary>
    public static IReadOnlyList<bool> Knows(Construct off, IReadOnlyList<Specimen> specimens) =>
        [.. specimens.Select(specimen => Mutation.FirstRun(specimen with { Shown = [.. specimen.Said.Select(static said => said.Observations)] }, off) is not null)];

    /// <summary>The execution shows something else than the interpreter tells.</summary>
    public static IReadOnlyList<bool> Disagrees(IReadOnlyList<Specimen> specimens) => Of(specimens, static candidates => Executed(candidates).Select(static specimen => Disagreement.In(specimen) is not null));

    /// <summary>So does the execution without instruments.</summary>
    public static IReadOnlyList<bool> DisagreesAsPrinted(IReadOnlyList<Specimen> specimens) => Of(specimens, static candidates => AsPrinted(candidates).Select(static told => told is not null));

    /// <summary>Another content of a labelled member shows where its label did not come.</summary>
    public static IReadOnlyList<bool> Interferes(IReadOnlyList<Specimen> specimens) => Of(specimens, static candidates => Executed(candidates).Select(static specimen => NonInterference.Of(specimen).Violation is not null));

    /// <summary>What an analyzer says about it breaks a bound.</summary>
    public static IReadOnlyList<bool> Breaks(Bound bound, IProgramAnalyzer analyzer, IReadOnlyList<Specimen> specimens) =>
        Of(specimens, candidates => candidates.Zip(Judged(analyzer, candidates), bound.IsBroken));

    /// <summary>What is said of those that compile. The others are not interesting, whatever was wrong with them: what was found must not be lost over a way to show it.</summary>
    private static List<bool> Of(IReadOnlyList<Specimen> specimens, Func<IReadOnlyList<Specimen>, IEnumerable<bool>> ask)
    {
        var numbered = Numbered(specimens);
        var broken = Batch.Complaints(Batch.Compile(numbered.Select(static specimen => specimen.Printed)));
        var answers = Answers([.. numbered.Where(specimen => !broken.ContainsKey(specimen.Printed.Namespace))]).GetEnumerator();
        return [.. numbered.Select(specimen => !broken.ContainsKey(specimen.Printed.Namespace) && answers.MoveNext() && answers.Current)];

        // One that throws when it is run or analysed is not interesting either, and says nothing about the others.
        List<bool> Answers(IReadOnlyList<Specimen> candidates)
        {
            try
            {
                return [.. ask(candidates)];
            }
            catch (Exception) when (candidates.Count > 1)
            {
                return [.. candidates.SelectMany(candidate => Answers([candidate]))];
            }
            catch (Exception)
            {
                return [false];
            }
        }
    }

    public static IReadOnlyList<Specimen> Executed(IReadOnlyList<Specimen> specimens)
    {
        var numbered = Numbered(specimens);
        using var batch = Batch.Load(Batch.CompileInstrumented(Batch.Compile(numbered.Select(static specimen => specimen.Printed))));
        return [.. numbered.Select(specimen => specimen with { Shown = [.. specimen.Inputs.Select(inputs => batch.Run(specimen.Model, specimen.Printed, inputs))] })];
    }

    /// <summary>Where each disagrees with the interpreter when it is run as it is printed; null where it does not.</summary>
    public static IReadOnlyList<string?> AsPrinted(IReadOnlyList<Specimen> specimens)
    {
        var numbered = Numbered(specimens);
        using var batch = Batch.Load(Batch.Compile(numbered.Select(static specimen => specimen.Printed)));
        return [.. numbered.Select(specimen => Disagreement.AsPrinted(specimen, batch.Run(specimen.Model, specimen.Printed, specimen.Inputs[0])))];
    }

    /// <summary>What an analyzer says about each.</summary>
    public static IReadOnlyList<Judgement> Judged(IProgramAnalyzer analyzer, IReadOnlyList<Specimen> specimens)
    {
        var numbered = Numbered(specimens);
        var reports = analyzer.Analyze(Batch.Compile(numbered.Select(static specimen => specimen.Printed)));
        return [.. numbered.Select(specimen => Judge.Of(specimen, [.. reports[specimen.Printed.Namespace]]))];
    }

    /// <summary>Each in a namespace of its own.</summary>
    private static List<Specimen> Numbered(IReadOnlyList<Specimen> specimens) =>
        [.. specimens.Select(static (specimen, i) => specimen with { Printed = Printer.Print(specimen.Model, "P" + i) })];
}
