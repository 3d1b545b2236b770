using System.Globalization;
using System.Text;
using Ethics.Crm.Soundness.Tests.Interpretation;

namespace Ethics.Crm.Soundness.Tests.Measuring;

/// <summary>The figures of a run as a page.</summary>
internal static class Publication
{
    /// <summary>How to get the page again; it is written only then.</summary>
    public const string Command = "ETHICS_WRITE_RESULTS=1 dotnet test tests/Ethics.Crm.Soundness.Tests";

    public static string Of(Measurement run)
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

            | programs | runs of them | misuse something | of these through two methods and the heap | lines, median | lines, longest |
            | ---: | ---: | ---: | ---: | ---: | ---: |
            | {tally.Programs} | {tally.Runs} | {Percent(tally.Misusing, tally.Programs)} | {Percent(tally.Crossing, tally.Misusing)} | {lines[lines.Count / 2]} | {lines[^1]} |

            ## Today's rules

            | misuse | there is | missed | miss rate |
            | --- | ---: | ---: | ---: |

            """);
        foreach (var (kind, words) in Kinds)
            Row(words, tally.Witnesses.GetValueOrDefault(kind), tally.Missed.GetValueOrDefault(kind));
        Row("all", tally.Witnesses.Values.Sum(), tally.Missed.Values.Sum());
        text.Append(CultureInfo.InvariantCulture, $"""

            Programs with at least one miss: {Percent(tally.MissedIn, tally.Programs)}.

            | reports | false alarms | false alarm rate | misplaced | of values that were not used | at code that no run reached |
            | ---: | ---: | ---: | ---: | ---: | ---: |
            | {tally.Reports} | {tally.FalseAlarms} | {Percent(tally.FalseAlarms, tally.Reports)} | {tally.Misplaced} | {tally.Unused} | {tally.Unjudged} |

            ## Interpreter and execution

            {tally.Runs} runs, {run.Disagreements.Count} with a difference. Of {tally.Compared} observations made twice, with another content of one labelled member, {tally.Differing} differed, {run.Interferences.Count} of them where its label had not come.

            ## What the programs are made of

            | construct | programs with it |
            | --- | ---: |

            """);
        foreach (var (construct, count) in tally.Constructs.OrderByDescending(static c => c.Value))
            text.Append(CultureInfo.InvariantCulture, $"| {construct} | {Percent(count, tally.Programs)} |\n");
        return text.ToString();

        void Row(string words, int all, int missed) => text.Append(CultureInfo.InvariantCulture, $"| {words} | {all} | {missed} | {Percent(missed, all)} |\n");
    }

    private static readonly (WitnessKind Kind, string Words)[] Kinds =
    [
        (WitnessKind.Read, "read in code that declares the wrong purpose (ECRM2001)"),
        (WitnessKind.Helper, "read in undeclared code that was called for it (ECRM2003)"),
        (WitnessKind.Flow, "value seen in code for it (ECRM2002)"),
        (WitnessKind.Store, "value stored where it may do more (ECRM2007)"),
    ];

    private static string Percent(int part, int whole) => whole == 0 ? "–" : (100.0 * part / whole).ToString("F1", CultureInfo.InvariantCulture) + " %";
}
