using Ethics.Crm.Analyzers.Reads;
using Ethics.Crm.FlowAnalysis;
using Ethics.Crm.FlowAnalysis.Endpoints.Sinks;
using Ethics.Crm.FlowAnalysis.Findings;
using Ethics.Crm.FlowAnalysis.State;

namespace Ethics.Crm.Analyzers.Flows;

/// <summary>
/// One finding for each source and each code that decides about people. What gives protected data away is told at the first place where something depends on it. What may not come there at all
/// is told where it was read or taken; if something depends on a value that was taken, that is told instead.
/// </summary>
internal static class Influences
{
    public static IEnumerable<FlowFinding> Merge(PurposeContext purposes, IReadOnlyCollection<FlowFinding> found)
    {
        var first = new Dictionary<(ReadOrigin Source, string Target), FlowFinding>();
        foreach (var finding in found)
        {
            if (finding.Sink is { Kind: SinkKind.Decision } && (!first.TryGetValue((finding.Source, finding.Target), out var other) || IsBefore(finding, other)))
            {
                first[(finding.Source, finding.Target)] = finding;
            }
        }

        if (first.Count == 0)
        {
            return found;
        }

        var told = new List<FlowFinding>();
        var replacing = new HashSet<FlowFinding>();
        foreach (var finding in found)
        {
            if (finding.Sink is not null)
            {
                if (finding.Sink.Kind != SinkKind.Decision)
                {
                    told.Add(finding);
                }
            }
            else if (first.TryGetValue((finding.Source, finding.Target), out var influence) && purposes.Decisions.IsRefused(finding.Source.Read.Labels, influence.Purposes) && !IsInfluence(purposes, finding))
            {
                replacing.Add(influence);
            }
            else
            {
                told.Add(finding);
            }
        }

        told.AddRange(first.Values.Where(finding => replacing.Contains(finding) || !purposes.Decisions.IsRefused(finding.Source.Read.Labels, finding.Purposes)));
        return told;
    }

    private static bool IsInfluence(PurposeContext purposes, FlowFinding finding) => ReadVerdict.Of(purposes.Table!, finding.Source.Read.Labels, finding.Purposes) is { IsInfluence: true };

    private static bool IsBefore(FlowFinding one, FlowFinding other) => SourceOrder.Instance.Compare(one.Syntax.GetLocation(), other.Syntax.GetLocation()) < 0;
}
