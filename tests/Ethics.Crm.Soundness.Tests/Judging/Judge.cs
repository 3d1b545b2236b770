using Ethics.Crm.Soundness.Tests.Interpretation;
using Ethics.Crm.Soundness.Tests.Measuring;

namespace Ethics.Crm.Soundness.Tests.Judging;

/// <summary>Compares what an analyzer reports with what the runs of the program show.</summary>
internal static class Judge
{
    // From the least to the most: the claims of a report are judged one by one, and the report by the greatest of the verdicts.
    private enum Verdict
    {
        Unjudged,
        Unused,
        Told,
        Misplaced,
        False,
    }

    public static Judgement Of(Specimen specimen, IReadOnlyList<Report> given)
    {
        var labelled = specimen.Model.Sources.ToHashSet(StringComparer.Ordinal);
        var reports = given.Select(report => (Report: report, Claims: Claim.Of(report, labelled))).ToList();
        var touches = specimen.Said.SelectMany(static said => said.Touches).ToHashSet();
        var unreached = Unreached.Lines(specimen);
        var witnesses = Merge(specimen.Said.SelectMany(static said => said.Witnesses));
        // A use that a value reached on two ways is found when each of them is.
        var missed = witnesses.Where(ways => !ways.All(way => reports.Any(report => report.Claims.Any(claim => claim.Tells(way))))).Select(static ways => ways[0]).ToList();
        // A misuse that nobody tells where it is excuses one report elsewhere, not as many as there may be.
        var excuses = missed.ToList();
        var verdicts = reports.ToLookup(report => report.Claims.Select(Of).DefaultIfEmpty(Verdict.False).Max(), static report => report.Report);
        var arrivals = touches.Where(touch => !witnesses.Any(ways => ways.Any(way => way.Source == touch.Source && way.Purpose == touch.Purpose && way.Places.Contains(touch.Line)))).ToList();
        return new([.. witnesses.Select(static ways => ways[0])], given, missed,
            [.. verdicts[Verdict.False]], [.. verdicts[Verdict.Misplaced]], [.. verdicts[Verdict.Unused]], [.. verdicts[Verdict.Unjudged]],
            arrivals, arrivals.Count(touch => reports.Any(report => report.Claims.Any(claim => claim.Is(touch)))));

        Verdict Of(Claim claim)
        {
            if (witnesses.Any(ways => ways.Any(claim.Tells)))
                return Verdict.Told;
            if (touches.Any(claim.Is))
                return Verdict.Unused;
            if (unreached.Contains(claim.Line))
                return Verdict.Unjudged;
            return excuses.FindIndex(claim.Means) is >= 0 and var excuse && Remove(excuse) ? Verdict.Misplaced : Verdict.False;
        }

        bool Remove(int excuse)
        {
            excuses.RemoveAt(excuse);
            return true;
        }
    }

    private static List<List<Witness>> Merge(IEnumerable<Witness> witnesses) =>
        [.. witnesses.GroupBy(static w => (w.Kind, w.Source, w.Purpose, w.Line)).Select(static ways => ways.DistinctBy(static way => $"{string.Join(",", way.Places.Order())} {string.Join(",", way.Reads.Select(static r => r.Line).Order())}").ToList())];
}
