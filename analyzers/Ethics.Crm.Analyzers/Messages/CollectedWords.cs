using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers.Messages;

/// <summary>What is permitted, as the middle of a message: "is collected for support only".</summary>
internal static class CollectedWords
{
    /// <summary>Labels with nothing in common are both named, each with who says it; several on one declaration by their categories.</summary>
    public static string Of(PolicyTable table, ImmutableArray<DeclaredLabel> labels, DeclaredLabel deciding)
    {
        if (labels.Length > 1)
        {
            var common = labels.Select(label => table.PermittedPurposes(label.Label)).Aggregate<IEnumerable<string>>((left, right) => left.Intersect(right, StringComparer.Ordinal));
            if (!common.Any())
            {
                var said = labels.Select(label => For(table, label) + Source(labels, label)).Distinct(StringComparer.Ordinal).ToArray();
                return $"is collected {Words.List(said)}, which have nothing in common,";
            }
        }

        return table.CollectedFor(deciding.Label).Count == 0 ? "is collected for nothing" : $"is collected {For(table, deciding)} only";
    }

    private static string Source(ImmutableArray<DeclaredLabel> labels, DeclaredLabel label)
    {
        var (shared, others) = (0, 0);
        foreach (var one in labels)
        {
            if (SymbolEqualityComparer.Default.Equals(one.Declaration, label.Declaration))
            {
                shared++;
            }
            else
            {
                others++;
            }
        }

        var category = shared > 1 && label.Label.Category is { } name ? $" as '{name}'" : "";
        return others == 0 && category.Length > 0 ? category : $"{category} by '{SymbolNames.Display(label.Declaration)}'";
    }

    private static string For(PolicyTable table, DeclaredLabel label)
    {
        var purposes = table.CollectedFor(label.Label);
        return purposes.Count == 0 ? "for nothing" : "for " + Words.List(purposes);
    }
}
