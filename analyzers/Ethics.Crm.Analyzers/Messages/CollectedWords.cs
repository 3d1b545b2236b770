using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.Policy;

namespace Ethics.Crm.Analyzers.Messages;

/// <summary>What is permitted, as the middle of a message: "is collected for support only".</summary>
internal static class CollectedWords
{
    /// <summary>Labels with nothing in common are both named, each with who says it.</summary>
    public static string Of(PolicyTable table, ImmutableArray<DeclaredLabel> labels, DeclaredLabel deciding)
    {
        if (labels.Length > 1)
        {
            var common = labels.Select(label => table.PermittedPurposes(label.Label)).Aggregate<IEnumerable<string>>((left, right) => left.Intersect(right, StringComparer.Ordinal));
            if (!common.Any())
            {
                var said = labels.Select(label => $"{For(table, label)} by '{SymbolNames.Display(label.Declaration)}'").Distinct(StringComparer.Ordinal).ToArray();
                return $"is collected {Words.List(said)}, which have nothing in common,";
            }
        }

        return table.CollectedFor(deciding.Label).Count == 0 ? "is collected for nothing" : $"is collected {For(table, deciding)} only";
    }

    private static string For(PolicyTable table, DeclaredLabel label)
    {
        var purposes = table.CollectedFor(label.Label);
        return purposes.Count == 0 ? "for nothing" : "for " + Words.List(purposes);
    }
}
