using Ethics.Crm.Consent;
using Ethics.Crm.Policy;
using Ethics.Crm.Policy.Values;

namespace Ethics.Crm.Decisions;

/// <summary>Whether labelled data may go to a recipient.</summary>
internal static class RecipientRules
{
    /// <summary>The declared purposes for which it may have data, and the declared categories that it may have for each of them. Both empty when it may have nothing.</summary>
    public static (IReadOnlyList<string> Purposes, IReadOnlyList<string> Categories) Reach(PolicyTable table, string recipient)
    {
        if (!table.Document.Recipients.TryGetValue(recipient, out var declared) || !MayTransfer(table, declared))
            return ([], []);
        return (table.Purposes.Where(p => declared.For.Any(f => ConsentStanding.Covers(f, p))).ToList(),
            table.Document.Categories.Keys.Where(c => declared.Categories.Any(of => ConsentStanding.Covers(of, c))).OrderBy(static c => c, StringComparer.Ordinal).ToList());
    }

    private static bool MayTransfer(PolicyTable table, RecipientEntry declared) =>
        table.Document.FreeTransfers is not { } free || declared.Safeguard is not null || (declared.Country is not null && Countries.IsFree(declared.Country, free));

    /// <summary>The reason against it; null when it may go there.</summary>
    public static string? Refuse(PolicyTable table, IReadOnlyList<DataLabel> labels, string recipient, string purpose)
    {
        if (!table.Document.Recipients.TryGetValue(recipient, out var declared))
            return $"the policy does not know the recipient '{recipient}'";
        if (!MayTransfer(table, declared))
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
