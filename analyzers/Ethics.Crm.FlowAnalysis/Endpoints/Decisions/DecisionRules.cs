using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.Policy;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Decisions;

/// <summary>What may not decide about people, as the policy says it: purposes with <c>"decision": true</c>, and categories that give protected ones away.</summary>
internal sealed class DecisionRules
{
    private readonly PolicyTable? table;
    private readonly HashSet<string> decisions = new(StringComparer.Ordinal);

    public DecisionRules(PolicyTable? table)
    {
        this.table = table;
        if (table is not null)
        {
            decisions.UnionWith(table.Document.Purposes.Where(static purpose => purpose.Value.Decision).Select(static purpose => purpose.Key));
        }
    }

    /// <summary>False where no purpose decides about people: then no condition has to be looked at.</summary>
    public bool AreThere => decisions.Count > 0;

    public bool IsDecision(string purpose) => decisions.Contains(purpose);

    /// <summary>Whether code for these purposes decides about people.</summary>
    public bool Decide(ImmutableArray<string> purposes)
    {
        foreach (var purpose in purposes)
        {
            if (decisions.Contains(purpose))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first label that gives a protected category away, and which; null where none does.</summary>
    public (DeclaredLabel Label, string Category, string Given)? Proxy(ImmutableArray<DeclaredLabel> labels)
    {
        foreach (var label in labels)
        {
            if (label.Label.Category is { } name && table?.FindCategory(name) is { ProxyFor: [var given, ..] } category)
            {
                return (label, category.Name, given);
            }
        }

        return null;
    }

    /// <summary>Whether a purpose of the code, one that decides, may not have a value with these labels at all.</summary>
    public bool IsRefused(ImmutableArray<DeclaredLabel> labels, ImmutableArray<string> purposes)
    {
        foreach (var purpose in purposes)
        {
            if (decisions.Contains(purpose) && labels.Any(label => !table!.Judge(label.Label, purpose).IsPermitted))
            {
                return true;
            }
        }

        return false;
    }
}
