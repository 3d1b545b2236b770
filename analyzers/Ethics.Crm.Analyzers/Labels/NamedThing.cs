using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers.Labels;

/// <summary>What the strings of an attribute name, and who knows them.</summary>
internal sealed record NamedThing(string Word, Func<PolicyTable, string, bool> IsKnown, Func<PolicyTable, string, string?> Nearest)
{
    private static readonly NamedThing Category = new("category", (table, name) => table.HasCategory(name), (table, name) => table.NearestCategory(name));

    private static readonly NamedThing Purpose = new("purpose", (table, name) => table.HasPurpose(name), (table, name) => table.NearestPurpose(name));

    /// <summary>Data may be collected for a whole branch of purposes; code works for one that is declared.</summary>
    private static readonly NamedThing PurposeOrBranch = Purpose with { IsKnown = (table, name) => table.HasPurposeOrBranch(name) };

    private static readonly NamedThing Recipient = new("recipient", (table, name) => table.HasRecipient(name), (table, name) => table.NearestRecipient(name));

    /// <summary>What code may work for.</summary>
    public static NamedThing OfCode => Purpose;

    /// <summary>Null for an attribute that names nothing of the policy's.</summary>
    public static NamedThing? Of(INamedTypeSymbol attributeClass) => SymbolNames.FullName(attributeClass) switch
    {
        AttributeNames.DataCategory => Category,
        AttributeNames.CollectedFor => PurposeOrBranch,
        AttributeNames.ForPurpose => Purpose,
        AttributeNames.DisclosesTo => Recipient,
        _ => null,
    };

    /// <summary>What is wrong with one name, as a sentence; null when the policy knows it.</summary>
    /// <param name="written">As it stands in the source.</param>
    /// <param name="name">Its constant value; null for a null.</param>
    public string? Objection(PolicyTable table, string written, string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return $"'{written}' names no {Word}: name one that the policy declares";
        }

        if (IsKnown(table, name!))
        {
            return null;
        }

        return $"'{name}' is no {Word} that the policy declares{(Nearest(table, name!) is { } nearest ? $"; did you mean '{nearest}'?" : "; declare it there, or name one that is")}";
    }

    /// <summary>The sentence about something that names none at all.</summary>
    public string Missing(string written) => $"'{written}' names no {Word}: name at least one that the policy declares";
}
