using Ethics.Crm.Policy.Naming;
using Ethics.Crm.Policy.Values;

namespace Ethics.Crm.Policy;

public sealed partial class PolicyTable
{
    /// <summary>Why data with these labels may not be disclosed to a recipient.</summary>
    /// <param name="labels">All labels of the data; each must allow it.</param>
    /// <param name="recipient">A declared recipient; any other may have nothing.</param>
    /// <param name="purposes">What the code works for that discloses it, each of which the recipient must be declared for; empty where it declares nothing.</param>
    /// <returns>The first reason, as the end of a sentence; null when it may go there.</returns>
    public string? ObjectionToDisclosure(IReadOnlyList<DataLabel> labels, string recipient, IReadOnlyList<string> purposes)
    {
        if (!Document.Recipients.TryGetValue(recipient, out var declared))
        {
            return $"the policy does not know the recipient '{recipient}'";
        }

        if (!MayTransfer(declared))
        {
            return $"'{recipient}' lies outside the countries to which data may go freely, and the policy names no safeguard";
        }

        foreach (var purpose in purposes)
        {
            if (!Dotted.AnyCovers(declared.For, purpose))
            {
                return $"'{recipient}' may receive data for {Listed(declared.For)} only, not for '{purpose}'";
            }
        }

        foreach (var label in labels)
        {
            if (label.Category is null)
            {
                return $"data without a category may not go to '{recipient}'";
            }

            if (!Dotted.AnyCovers(declared.Categories, label.Category))
            {
                return $"'{recipient}' may not receive '{label.Category}'";
            }
        }

        return labels.Count == 0 || labels.Select(PermittedPurposes).Aggregate<IEnumerable<string>>(static (left, right) => left.Intersect(right, StringComparer.Ordinal)).Any(purpose => Dotted.AnyCovers(declared.For, purpose))
            ? null
            : $"'{recipient}' may receive data for {Listed(declared.For)} only";
    }

    /// <summary>Whether anything may be transferred to the recipient's country.</summary>
    internal bool MayTransfer(RecipientEntry declared)
        => Document.FreeTransfers is not { } free || declared.Safeguard is not null || (declared.Country is not null && Countries.IsFree(declared.Country, free));

    private static string Listed(IReadOnlyList<string> purposes) => purposes.Count == 0 ? "nothing" : string.Join(", ", purposes);
}
