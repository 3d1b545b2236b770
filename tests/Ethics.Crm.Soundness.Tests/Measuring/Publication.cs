using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Ethics.Crm.Soundness.Tests.Interpretation;
using Ethics.Crm.Soundness.Tests.Model;

namespace Ethics.Crm.Soundness.Tests.Measuring;

/// <summary>The figures of a run as a page. All but the last part is the same whenever the run is.</summary>
internal static class Publication
{
    public const string Suite = "dotnet test tests/Ethics.Crm.Soundness.Tests";

    /// <summary>How to get the page again; it is written only then.</summary>
    public const string Command = "ETHICS_WRITE_RESULTS=1 " + Suite;

    private const string Times = "## How long it takes";

    /// <summary>A page without what differs from run to run.</summary>
    public static string Figures(string page) => page[..(page.IndexOf(Times, StringComparison.Ordinal) is >= 0 and var at ? at : page.Length)];

    /// <summary>The figures in a few lines, for whoever ran the tests.</summary>
    public static string Summary(Measurement run)
    {
        var tally = run.Tally;
        return $"""
            Soundness: {tally.Programs} programs of seed {run.Settings.Seed}, {tally.Executed} runs executed, and {tally.ExecutedAsPrinted} as printed; {run.Disagreements.Count} programs do something else than the interpreter says, {run.PlainDisagreements.Count} as printed, {run.Interferences.Count} differ where no label came.
            {Percent(tally.Misusing, tally.Programs)} misuse something, {Percent(tally.Crossing, tally.Misusing)} of these through two methods and the heap.
            Missed {Rate(tally.Missed.Values.Sum(), tally.Witnesses.Values.Sum())}: {string.Join(", ", Kinds.Select(kind => $"{kind.Kind} {Rate(tally.Missed.GetValueOrDefault(kind.Kind), tally.Witnesses.GetValueOrDefault(kind.Kind))}"))}.
            False alarms {Rate(tally.FalseAlarms, tally.Judged)}. Programs judged: {tally.JudgedPrograms}.
            Programs with {string.Join(", ", Constructs(tally).Select(construct => $"{construct.Key} {Percent(construct.Value, tally.Programs)}"))}.
            Seconds, and of the processors: {string.Join(", ", Phases(run).Select(static phase => string.Create(CultureInfo.InvariantCulture, $"{phase.Phase} {phase.Wall.TotalSeconds:F0} {phase.Processor.TotalSeconds:F0}")))}.

            """;

        static string Rate(int part, int whole) => $"{part} of {whole} ({Percent(part, whole)})";
    }

    /// <summary>What the flow engine promises, of programs that are made of nothing but what it follows.</summary>
    public static string Followed(Measurement run)
    {
        var tally = run.Tally;
        var (flows, missed) = (tally.Witnesses.GetValueOrDefault(WitnessKind.Flow), tally.Missed.GetValueOrDefault(WitnessKind.Flow));
        var (helpers, silent) = (tally.Witnesses.GetValueOrDefault(WitnessKind.Helper), tally.Missed.GetValueOrDefault(WitnessKind.Helper));
        return $"Of constructs that are followed: {tally.Programs} programs from number {run.Settings.First} of seed {run.Settings.Seed}, {missed} of {flows} flows and {silent} of {helpers} reads in helpers missed, {tally.FalseAlarms} false alarms in {tally.Judged} reports ({Percent(tally.FalseAlarms, tally.Judged)}), {tally.Misplaced} misplaced.\n";
    }

    public static string Of(Measurement run, Faults faults)
    {
        var tally = run.Tally;
        var lines = tally.Lines.Order().ToList();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # Generated programs: what the rules find

            Programs of a model of C#, each executed, so that what reached which purpose is known and not believed. What is in the model, and what these figures mean, is in the [guide](../../docs/guides/soundness.md).

            ```
            {Command}
            ```

            | programs | runs of them | judged | misuse something | of these through two methods and the heap | lines, median | lines, longest |
            | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
            | {tally.Programs} | {tally.Runs} | {tally.JudgedPrograms} | {Percent(tally.Misusing, tally.Programs)} | {Percent(tally.Crossing, tally.Misusing)} | {lines[lines.Count / 2]} | {lines[^1]} |

            ## Today's rules

            | misuse | there is | missed | miss rate |
            | --- | ---: | ---: | ---: |

            """);
        foreach (var (kind, words) in Kinds)
            Row(words, tally.Witnesses.GetValueOrDefault(kind), tally.Missed.GetValueOrDefault(kind));
        Row("all", tally.Witnesses.Values.Sum(), tally.Missed.Values.Sum());
        text.Append(CultureInfo.InvariantCulture, $"""

            Programs with at least one miss: {Percent(tally.MissedIn, tally.Programs)}.

            | reports | at code that no run reached | judged | false alarms | false alarm rate, of those judged | misplaced | of values that were not used |
            | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
            | {tally.Reports} | {tally.Unjudged} | {tally.Judged} | {tally.FalseAlarms} | {Percent(tally.FalseAlarms, tally.Judged)} | {tally.Misplaced} | {tally.Unused} |

            Besides, at {tally.Arrivals} lines a value came into code for a wrong purpose, which did nothing with it: {tally.ReportedArrivals} of these are reported. They are neither misuse nor missed, and a report of them is no false alarm.

            ## Interpreter and execution

            {tally.Executed} runs of the instrumented programs were executed; {run.Disagreements.Count} programs differ in one. As printed each program runs once, with the first input: {tally.ExecutedAsPrinted} runs were executed, {run.PlainDisagreements.Count} differ.

            Of {tally.Compared} observations made twice, with another content of one labelled member, {tally.Differing} differed, {run.Interferences.Count} of them where its label had not come.

            The effect of each of {faults.Found.Count} constructs was switched off in the interpreter; the programs that found it out first shrank to {faults.MedianLines?.ToString(CultureInfo.InvariantCulture) ?? "–"} lines in the median.

            ## What the programs are made of

            | construct | programs with it |
            | --- | ---: |

            """);
        foreach (var (construct, count) in Constructs(tally))
            text.Append(CultureInfo.InvariantCulture, $"| {construct} | {Percent(count, tally.Programs)} |\n");
        text.Append(CultureInfo.InvariantCulture, $"""

            {Times}

            On {Environment.ProcessorCount} processors ({RuntimeInformation.ProcessArchitecture}, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}), which other work may share, without the time to build. Everything else is mostly the tests of the machine itself.

            | phase | seconds | of the processors |
            | --- | ---: | ---: |

            """);
        foreach (var (phase, wall, processor) in Phases(run))
            text.Append(CultureInfo.InvariantCulture, $"| {phase} | {wall.TotalSeconds:F0} | {processor.TotalSeconds:F0} |\n");
        return text.ToString();

        void Row(string words, int all, int missed) => text.Append(CultureInfo.InvariantCulture, $"| {words} | {all} | {missed} | {Percent(missed, all)} |\n");
    }

    /// <summary>How long each phase took, what is no phase, and all.</summary>
    private static IEnumerable<(string Phase, TimeSpan Wall, TimeSpan Processor)> Phases(Measurement run)
    {
        var all = Clock.Process;
        var phases = run.Clock.Phases.Select(static phase => (phase.Key[2..], phase.Value.Wall, phase.Value.Processor)).ToList();
        phases.Add(("everything else", phases.Aggregate(all.Wall, static (left, phase) => left - phase.Wall), phases.Aggregate(all.Processor, static (left, phase) => left - phase.Processor)));
        return [.. phases, ("all", all.Wall, all.Processor)];
    }

    private static readonly (WitnessKind Kind, string Words)[] Kinds =
    [
        (WitnessKind.Read, "read in code that declares the wrong purpose (ECRM2001)"),
        (WitnessKind.Helper, "read in undeclared code that was called for it (ECRM2003)"),
        (WitnessKind.Flow, "value seen in code for it (ECRM2002)"),
        (WitnessKind.Store, "value stored where it may do more (ECRM2007)"),
    ];

    private static IEnumerable<KeyValuePair<Construct, int>> Constructs(Tally tally) => tally.Constructs.OrderByDescending(static c => c.Value).ThenBy(static c => c.Key.ToString(), StringComparer.Ordinal);

    private static string Percent(int part, int whole) => whole == 0 ? "–" : (100.0 * part / whole).ToString("F1", CultureInfo.InvariantCulture) + " %";
}
