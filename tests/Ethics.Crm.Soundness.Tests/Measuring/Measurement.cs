using Ethics.Crm.Soundness.Tests.Execution;
using Ethics.Crm.Soundness.Tests.Generation;
using Ethics.Crm.Soundness.Tests.Interpretation;
using Ethics.Crm.Soundness.Tests.Judging;
using Ethics.Crm.Soundness.Tests.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace Ethics.Crm.Soundness.Tests.Measuring;

/// <summary>Generates, interprets, compiles, executes and analyses the programs of a run, batch by batch.</summary>
internal sealed class Measurement
{
    private const int BatchSize = 200;

    // What the mutations of the interpreter are tried on.
    private const int Kept = 2000;

    private static readonly Lazy<Measurement> Only = new(static () => new(Settings.Given, Rules.Present, Bound.Claimed));

    // The same seed and number, of the constructs that are followed.
    private static readonly Lazy<Measurement> OnlyFollowed = new(static () => Settings.Given.Repertoire.Constructs.IsSubsetOf(Repertoire.Followed.Constructs) ? Run : new(
        Settings.Given with { Repertoire = new([.. Settings.Given.Repertoire.Constructs.Intersect(Repertoire.Followed.Constructs)]) }, Rules.Present, Bound.Claimed));

    private readonly Construct? off;
    private readonly Dictionary<Bound, Failing> broken;

    /// <param name="bounds">What the analyzer is held to.</param>
    /// <param name="off">A fault to plant: the interpreter does not know this.</param>
    public Measurement(Settings settings, IProgramAnalyzer analyzer, IReadOnlyList<Bound> bounds, Construct? off = null)
    {
        (Settings, Analyzer, this.off) = (settings, analyzer, off);
        broken = bounds.ToDictionary(static bound => bound, static _ => new Failing());
        for (var first = 0; first < settings.Programs; first += BatchSize)
            Take([.. Enumerable.Range(settings.First + first, Math.Min(BatchSize, settings.Programs - first))]);
    }

    /// <summary>The run that all tests look at.</summary>
    public static Measurement Run => Only.Value;

    /// <summary>The run of the constructs that the flow engine follows; the very same where nothing else was asked for.</summary>
    public static Lazy<Measurement> Followed => OnlyFollowed;

    public Settings Settings { get; }

    public IProgramAnalyzer Analyzer { get; }

    public Tally Tally { get; } = new();

    public List<Specimen> Specimens { get; } = [];

    /// <summary>The execution shows something else than the interpreter says.</summary>
    public Failing Disagreements { get; } = new();

    /// <summary>So does the execution as they are printed, without instruments.</summary>
    public Failing PlainDisagreements { get; } = new();

    /// <summary>Two runs differ, and nothing explains it.</summary>
    public Failing Interferences { get; } = new();

    public List<string> Crashes { get; } = [];

    public Clock Clock { get; } = new();

    /// <summary>The programs that break a bound to which this run was held.</summary>
    public Failing Broken(Bound bound) => broken[bound];

    /// <summary>A failure in words: how to have the program again, what is wrong, and the program, or what was left of it.</summary>
    public string Failure(int number, string what, Specimen specimen) => $"{Settings.Repeats(number)}\n{what}\n\n{specimen.Printed.Text}";

    private void Take(int[] numbers)
    {
        try
        {
            var specimens = Clock.Time("1 generate and interpret", () => numbers.AsParallel().AsOrdered().Select(number => Specimen.Generate(Settings, number, off)).ToList());
            var printed = Batch.Compile(specimens.Select(static specimen => specimen.Printed));
            specimens = Execute(specimens, printed);
            Count(specimens);
            Clock.Time("4 analyse", () => Analyse(specimens, printed));
            Clock.Time("5 execute as printed", () => ExecutePlain(specimens, printed));
        }
        catch (Exception broken) when (broken is not BrokenRunException)
        {
            throw new BrokenRunException($"{Settings.Repeats(numbers[0], numbers.Length)}\n{broken}", broken);
        }
    }

    private void Count(List<Specimen> specimens)
    {
        foreach (var specimen in specimens)
        {
            Tally.Add(specimen);
            var outcome = NonInterference.Of(specimen);
            Tally.Add(outcome);
            if (outcome.Violation is not null)
                Interferences.Add(specimen);
        }

        Specimens.AddRange(specimens.Take(Kept - Specimens.Count));
    }

    private List<Specimen> Execute(List<Specimen> specimens, CSharpCompilation printed)
    {
        using var batch = Clock.Time("2 compile", () => Batch.Load(Batch.CompileInstrumented(printed)));
        var executed = Clock.Time("3 execute", () => specimens.Select(specimen =>
        {
            var shown = specimen with { Shown = [.. specimen.Inputs.Select(inputs => Observe(batch, specimen, inputs))] };
            if (Disagreement.In(shown) is not null)
                Disagreements.Add(shown);
            return shown;
        }).ToList());
        Tally.Executed += batch.Executed;
        return executed;
    }

    private IReadOnlyList<Observation> Observe(LoadedBatch batch, Specimen specimen, Inputs inputs)
    {
        try
        {
            return batch.Run(specimen.Model, specimen.Printed, inputs);
        }
        catch (Exception broken)
        {
            throw new BrokenRunException(Failure(specimen.Number, $"{inputs}: {broken}", specimen), broken);
        }
    }

    /// <summary>Once each, because static state stays.</summary>
    private bool ExecutePlain(List<Specimen> specimens, CSharpCompilation printed)
    {
        using var batch = Batch.Load(printed);
        foreach (var specimen in specimens)
        {
            if (Disagreement.AsPrinted(specimen, Observe(batch, specimen, specimen.Inputs[0])) is not null)
                PlainDisagreements.Add(specimen);
        }

        Tally.ExecutedAsPrinted += batch.Executed;
        return true;
    }

    private bool Analyse(List<Specimen> specimens, CSharpCompilation printed)
    {
        try
        {
            var reports = Analyzer.Analyze(printed);
            foreach (var specimen in specimens)
            {
                var judgement = Judge.Of(specimen, [.. reports[specimen.Printed.Namespace]]);
                Tally.Add(judgement);
                foreach (var (_, failing) in broken.Where(bound => bound.Key.IsBroken(specimen, judgement)))
                    failing.Add(specimen);
            }
        }
        catch (AnalyzerCrashedException crash)
        {
            Tally.CrashedPrograms += specimens.Count;
            Crashes.Add(specimens.Select(Crash).FirstOrDefault(static told => told is not null) ?? $"{Settings.Repeats(specimens[0].Number, specimens.Count)}\nOnly together:\n{crash.Message}");
        }

        return true;
    }

    /// <summary>The program of the batch on which it crashes by itself.</summary>
    private string? Crash(Specimen specimen)
    {
        try
        {
            Analyzer.Analyze(Batch.Compile([specimen.Printed]));
            return null;
        }
        catch (AnalyzerCrashedException crash)
        {
            return Failure(specimen.Number, crash.Message, specimen);
        }
    }
}

/// <summary>A run ended before its programs did; the message says how to repeat it.</summary>
internal sealed class BrokenRunException(string message, Exception inner) : Exception(message, inner);
