using System.Collections.Immutable;
using Ethics.Crm.Analyzers.Reads;
using Ethics.Crm.FlowAnalysis.Endpoints.Borders;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.Policy;

namespace Ethics.Crm.Analyzers.Messages;

/// <summary>Why a value may not lie behind a label, as the middle and the end of a message.</summary>
internal static class WideningWords
{
    private const string DoesNotSaySo = "whose label does not say so";

    /// <summary>"is collected for support only", "is sensitive", "may not be disclosed to 'bank'".</summary>
    public static string Permitted(PolicyTable table, ImmutableArray<DeclaredLabel> labels, Widening widening)
    {
        if (widening.Purposes.Count > 0)
        {
            foreach (var label in labels)
            {
                if (table.Judge(label.Label, widening.Purposes[0]) is { IsPermitted: false } verdict)
                {
                    return ReadVerdict.Words(table, labels, label, verdict);
                }
            }
        }

        return widening switch
        {
            { Purposes.Count: > 0 } => CollectedWords.Of(table, labels, labels[0]),
            { Recipients: [var recipient, ..] } => $"may not be disclosed to '{recipient}'",
            _ => Flag(widening.Dropped[0]),
        };
    }

    /// <summary>"which permits newsletter", behind a comma.</summary>
    public static string Why(Widening widening) => widening switch
    {
        { Purposes.Count: > 0 } => $"which permits {Words.List(widening.Purposes)}",
        { Recipients.Count: > 0 } => "which may be",
        _ => DoesNotSaySo,
    };

    private static string Flag(string flag) => flag switch
    {
        "special" => "is a special category of data",
        "inConfidence" => "was told in confidence",
        _ when flag.StartsWith(Widening.ProxyFor, StringComparison.Ordinal) => $"gives '{flag.Substring(Widening.ProxyFor.Length)}' away",
        _ => $"is {flag}",
    };
}
