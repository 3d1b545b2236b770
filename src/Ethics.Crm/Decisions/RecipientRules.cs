using Ethics.Crm.Consent;
using Ethics.Crm.Policy;
using Ethics.Crm.Policy.Values;

namespace Ethics.Crm.Decisions;

/// <summary>Whether labelled data may go to a recipient.</summary>
internal static class RecipientRules
{
    /// <summary>The reason against it; null when it may go there.</summary>
    public static string? Refuse(PolicyTable table, IReadOnlyList<DataLabel> labels, string recipient, string purpose)
    {
        if (!table.Document.Recipients.TryGetValue(recipient, out var declared))
            return $"the policy does not know the recipient '{recipient}'";
        if (table.Document.FreeTransfers is { } free && declared.Safeguard is null && (declared.Country is null || !Countries.IsFree(declared.Country, free)))
            return $"'{recipient}' lies outside the countries to which data may go freely, and the policy names no safeguard";
        if (!declared.For.Any(f => ConsentStanding.Covers(f, purpose)))
            return $"'{recipient}' may receive data for {string.Join(", ", declared.For)} only, not for '{purpose}'";
        foreach (var label in labels)
        {
            if (label.Category is null)
                return $"data without a category may not go to '{recipient}'";
            if (!declared.Categories.Any(c => ConsentStanding.Covers(c, label.Category)))
                return $"'{recipient}' may not receive '{label.Category}'";
        }

        return null;
    }
}
