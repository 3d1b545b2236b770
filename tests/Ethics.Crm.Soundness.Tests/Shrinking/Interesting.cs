using Ethics.Crm.Soundness.Tests.Execution;
using Ethics.Crm.Soundness.Tests.Interpretation;
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

    /// <summary>The execution shows something else than the interpreter, or than the interpreter without a construct, tells.</summary>
    public static IReadOnlyList<bool> Disagrees(Construct? off, IReadOnlyList<Specimen> specimens) =>
        Of(specimens, candidates => Executed(candidates).Select(specimen => Mutation.FirstRun(specimen, off) is not null));

    /// <summary>An analyzer misses a misuse of this kind.</summary>
    public static IReadOnlyList<bool> Misses(IProgramAnalyzer analyzer, WitnessKind kind, IReadOnlyList<Specimen> specimens) =>
        Of(specimens, candidates => Judged(analyzer, candidates).Select(judgement => judgement.Missed.Any(missed => missed.Kind == kind)));

    /// <summary>An analyzer reports what is not.</summary>
    public static IReadOnlyList<bool> HasFalseAlarm(IProgramAnalyzer analyzer, IReadOnlyList<Specimen> specimens) =>
        Of(specimens, candidates => Judged(analyzer, candidates).Select(static judgement => judgement.FalseAlarms.Count > 0));

    /// <summary>What is said of those that compile. The others are not interesting, whatever was wrong with them: what was found must not be lost over a way to show it.</summary>
    private static IReadOnlyList<bool> Of(IReadOnlyList<Specimen> specimens, Func<IReadOnlyList<Specimen>, IEnumerable<bool>> ask)
    {
        var numbered = Numbered(specimens);
        var broken = Batch.Complaints(Batch.Compile(numbered.Select(static specimen => specimen.Printed)));
        var answers = ask([.. numbered.Where(specimen => !broken.ContainsKey(specimen.Printed.Namespace))]).GetEnumerator();
        return [.. numbered.Select(specimen => !broken.ContainsKey(specimen.Printed.Namespace) && answers.MoveNext() && answers.Current)];
    }

    public static IReadOnlyList<Specimen> Executed(IReadOnlyList<Specimen> specimens)
    {
        var numbered = Numbered(specimens);
        using var batch = Batch.Load(Batch.CompileInstrumented(Batch.Compile(numbered.Select(static specimen => specimen.Printed))));
        return [.. numbered.Select(specimen => specimen with { Shown = [.. specimen.Inputs.Select(inputs => batch.Run(specimen.Model, specimen.Printed, inputs))] })];
    }

    private static IEnumerable<Judgement> Judged(IProgramAnalyzer analyzer, IReadOnlyList<Specimen> specimens)
    {
        var numbered = Numbered(specimens);
        var reports = analyzer.Analyze(Batch.Compile(numbered.Select(static specimen => specimen.Printed)));
        return numbered.Select(specimen => Judge.Of(specimen.Said, [.. reports[specimen.Printed.Namespace]], Unreached.Lines(specimen)));
    }

    /// <summary>Each in a namespace of its own.</summary>
    private static List<Specimen> Numbered(IReadOnlyList<Specimen> specimens) =>
        [.. specimens.Select(static (specimen, i) => specimen with { Printed = Printer.Print(specimen.Model, "P" + i) })];
}
