using Ethics.Crm.Soundness.Tests.Interpretation;

namespace Ethics.Crm.Soundness.Tests.Judging;

/// <summary>Compares what an analyzer reports with what the runs of the program show.</summary>
internal static class Judge
{
    /// <param name="unreached">Lines with code that no run reached.</param>
    public static Judgement Of(IReadOnlyCollection<Interpretation.Interpretation> runs, IReadOnlyList<Report> reports, IReadOnlySet<int> unreached)
    {
        var touches = runs.SelectMany(static run => run.Touches).ToHashSet();
        var witnesses = Merge(runs.SelectMany(static run => run.Witnesses));
        // A use that a value reached on two ways is found when each of them is.
        var missed = witnesses.Where(ways => !ways.All(way => reports.Any(report => Tells(report, way)))).Select(static ways => ways[0]).ToList();
        List<Report> falseAlarms = [], misplaced = [], unused = [], unjudged = [];
        foreach (var report in reports.Where(report => !witnesses.Any(ways => ways.Any(way => Tells(report, way)))))
        {
            if (touches.Any(touch => report.Line == touch.Line && report.Sources.Contains(touch.Source) && report.Purposes.Contains(touch.Purpose)))
                unused.Add(report);
            else if (unreached.Contains(report.Line))
                unjudged.Add(report);
            // A read stands where it stands.
            else if (report.Id != "ECRM2001" && missed.Any(witness => Speaks(report, witness)))
                misplaced.Add(report);
            else
                falseAlarms.Add(report);
        }

        return new([.. witnesses.Select(static ways => ways[0])], reports, missed, falseAlarms, misplaced, unused, unjudged);
    }

    private static List<List<Witness>> Merge(IEnumerable<Witness> witnesses) =>
        [.. witnesses.GroupBy(static w => (w.Kind, w.Source, w.Purpose, w.Line)).Select(static ways => ways.DistinctBy(static way => string.Join(",", way.Places.Order())).ToList())];

    private static bool Tells(Report report, Witness witness) => Speaks(report, witness) && witness.Places.Contains(report.Line);

    private static bool Speaks(Report report, Witness witness) => report.Sources.Contains(witness.Source)
        && (witness.Kind == WitnessKind.Store ? report.Id == "ECRM2007" : report.Id != "ECRM2007" && report.Purposes.Contains(witness.Purpose));
}
