using System.Diagnostics;
using Ethics.Crm.Soundness.Tests.Execution;
using Ethics.Crm.Soundness.Tests.Interpretation;
using Ethics.Crm.Soundness.Tests.Judging;
using Soundness;

namespace Ethics.Crm.Soundness.Tests.Measuring;

/// <summary>Generates, interprets, compiles, executes and analyses the programs of a run, batch by batch.</summary>
internal sealed class Measurement
{
    private const int BatchSize = 200;

    // What the mutations of the interpreter are tried on.
    private const int Kept = 2000;

    private static readonly Lazy<Measurement> Only = new(static () => new(Settings.Given, Rules.Present));

    private readonly Settings settings;
    private readonly IProgramAnalyzer analyzer;

    private Measurement(Settings settings, IProgramAnalyzer analyzer)
    {
        (this.settings, this.analyzer) = (settings, analyzer);
        for (var first = 0; first < settings.Programs; first += BatchSize)
            Take([.. Enumerable.Range(settings.First + first, Math.Min(BatchSize, settings.Programs - first))]);
    }

    /// <summary>The run that all tests look at.</summary>
    public static Measurement Run => Only.Value;

    public Settings Settings => settings;

    public Tally Tally { get; } = new();

    public List<Specimen> Specimens { get; } = [];

    public List<Disagreement> Disagreements { get; } = [];

    /// <summary>What the programs as they are printed, without instruments, say differently, and differences between runs that nothing explains.</summary>
    public List<string> PlainDisagreements { get; } = [];

    public List<string> Interferences { get; } = [];

    /// <summary>Reads in code that declares a purpose that the rules miss, and every false alarm.</summary>
    public List<(Specimen Specimen, Judgement Judgement)> Judgements { get; } = [];

    public List<string> Crashes { get; } = [];

    public SortedDictionary<string, TimeSpan> Times { get; } = new(StringComparer.Ordinal);

    private void Take(int[] numbers)
    {
        var specimens = Timed("1 generate and interpret", () => numbers.AsParallel().AsOrdered().Select(number => Specimen.Generate(settings, number)).ToList());
        var printed = Batch.Compile(specimens.Select(static specimen => specimen.Printed));
        specimens = Execute(specimens, printed);
        foreach (var specimen in specimens)
        {
            Tally.Add(specimen);
            var outcome = NonInterference.Of(specimen);
            Tally.Add(outcome);
            if (outcome.Violation is { } violation)
                Interferences.Add($"Program {specimen.Number}: {violation}\n\n{specimen.Printed.Text}");
        }

        Specimens.AddRange(specimens.Take(Kept - Specimens.Count));
        Timed("5 execute as printed", () => ExecutePlain(specimens, printed));
        Timed("4 analyse", () => Analyse(specimens, printed));
    }

    private List<Specimen> Execute(List<Specimen> specimens, Microsoft.CodeAnalysis.CSharp.CSharpCompilation printed)
    {
        using var batch = Timed("2 compile", () => Batch.Load(Batch.CompileInstrumented(printed)));
        return Timed("3 execute", () => specimens.Select(specimen =>
        {
            var executed = specimen with { Shown = [.. specimen.Inputs.Select(inputs => batch.Run(specimen.Model, specimen.Printed, inputs))] };
            if (Disagreement.In(executed) is { } disagreement)
                Disagreements.Add(disagreement);
            return executed;
        }).ToList());
    }

    /// <summary>Once each, because static state stays.</summary>
    private bool ExecutePlain(List<Specimen> specimens, Microsoft.CodeAnalysis.CSharp.CSharpCompilation printed)
    {
        using var batch = Batch.Load(printed);
        foreach (var specimen in specimens)
        {
            var shown = batch.Run(specimen.Model, specimen.Printed, specimen.Inputs[0]).Select(static seen => seen.What + ": " + seen.Text);
            var said = specimen.Said[0].Observations.Where(static seen => seen.Kind == "use").Select(static seen => seen.What + ": " + seen.Text);
            if (!shown.SequenceEqual(said))
                PlainDisagreements.Add($"Program {specimen.Number}\n{specimen.Printed.Text}\n{string.Join("\n", said)}\n\n{string.Join("\n", shown)}");
        }

        return true;
    }

    private bool Analyse(List<Specimen> specimens, Microsoft.CodeAnalysis.CSharp.CSharpCompilation printed)
    {
        try
        {
            var reports = analyzer.Analyze(printed);
            foreach (var specimen in specimens)
            {
                var judgement = Judge.Of(specimen.Said, [.. reports[specimen.Printed.Namespace]], Unreached.Lines(specimen));
                Tally.Add(judgement);
                if (judgement.FalseAlarms.Count > 0 || judgement.Misplaced.Count > 0 || judgement.Missed.Any(static missed => missed.Kind == WitnessKind.Read))
                    Judgements.Add((specimen, judgement));
            }
        }
        catch (AnalyzerCrashedException crash)
        {
            Crashes.Add(crash.Message);
        }

        return true;
    }

    private T Timed<T>(string phase, Func<T> work)
    {
        // Of the processor, which says more on a machine that others use as well.
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var result = work();
        Times[phase] = Times.GetValueOrDefault(phase) + Process.GetCurrentProcess().TotalProcessorTime - before;
        return result;
    }
}
