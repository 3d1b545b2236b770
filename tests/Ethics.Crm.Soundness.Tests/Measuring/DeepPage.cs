using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ethics.Crm.Soundness.Tests.Measuring;

/// <summary>The figures of the deep run as a page, which is read again where a part of it was run again.</summary>
internal static partial class DeepPage
{
    public static string Of(DeepRun run, IReadOnlyList<DeepPart> parts)
    {
        var all = DeepPart.Sum(parts);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # Generated programs of what is followed: a deep run

            Programs {run.What}. Each is executed, so that what reached which purpose is known and not believed; the [guide](../../docs/guides/soundness.md) says what is in them and what counts. Of the {run.All} that are asked for {all.Programs} have been run; the run of every build has [its own page](soundness.md).

            ```
            {run.Command}
            ```

            | programs | flows | flows missed | reads in helpers | of these missed | reads in declared code | of these missed | stores | of these missed | reports judged | false alarms | misplaced | interpreter and execution differ |
            | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
            | {all.Programs} | {all.Flows} | **{all.MissedFlows}** | {all.Helpers} | **{all.MissedHelpers}** | {all.Reads} | **{all.MissedReads}** | {all.Stores} | **{all.MissedStores}** | {all.Reports} | {all.FalseAlarms} (**{Rate(all)}**) | {all.Misplaced} | {all.Differing} |

            Asked: nothing missed, and at most five of a hundred reports false.

            ## Part by part

            A part is run again with `ETHICS_PROGRAM=4000 ETHICS_PROGRAMS={DeepPart.Size}` in front of the command. The commit is the one that the rules were built from; a later one may find more or less, which no build looks for here.

            | from program | programs | commit | flows | missed | reads in helpers | missed | reads in declared code | missed | stores | missed | reports judged | false alarms | rate | misplaced | differ |
            | ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |

            """);
        foreach (var part in parts)
            text.Append(CultureInfo.InvariantCulture, $"| {part.First} | {part.Programs} | {part.Commit} | {part.Flows} | {part.MissedFlows} | {part.Helpers} | {part.MissedHelpers} | {part.Reads} | {part.MissedReads} | {part.Stores} | {part.MissedStores} | {part.Reports} | {part.FalseAlarms} | {Rate(part)} | {part.Misplaced} | {part.Differing} |\n");
        return text.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>The parts on a page.</summary>
    public static IReadOnlyList<DeepPart> Parts(string page) =>
    [
        .. Row().Matches(page.ReplaceLineEndings("\n")).Select(static row =>
        {
            int Number(int column) => int.Parse(row.Groups[column].Value, CultureInfo.InvariantCulture);
            return new DeepPart(Number(1), Number(2), row.Groups[3].Value, Number(15), Number(8), Number(9), Number(6), Number(7), Number(4), Number(5), Number(10), Number(11), Number(12), Number(13), Number(14));
        }),
    ];

    /// <summary>The page with the parts that were run anew in place of the same of another day.</summary>
    public static string With(DeepRun run, string page, IEnumerable<DeepPart> anew)
    {
        var parts = Parts(page).ToDictionary(static part => part.First);
        foreach (var part in anew)
            parts[part.First] = part;
        return Of(run, [.. parts.Values.OrderBy(static part => part.First)]);
    }

    private static string Rate(DeepPart part) => part.Reports == 0 ? "–" : (100.0 * part.FalseAlarms / part.Reports).ToString("F1", CultureInfo.InvariantCulture) + " %";

    [GeneratedRegex(@"^\| (\d+) \| (\d+) \| (\w+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| [^|]+ \| (\d+) \| (\d+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
