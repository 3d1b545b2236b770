using Ethics.Crm.Consent;
using Ethics.Crm.Policy;

namespace Ethics.Crm.Decisions;

/// <summary>What a recipient may have.</summary>
internal static class RecipientRules
{
    /// <summary>The declared purposes for which it may have data, and the declared categories that it may have for each of them. Both empty when it may have nothing.</summary>
    public static (IReadOnlyList<string> Purposes, IReadOnlyList<string> Categories) Reach(PolicyTable table, string recipient)
    {
        if (!table.Document.Recipients.TryGetValue(recipient, out var declared) || !table.MayTransfer(declared))
            return ([], []);
        return (table.Purposes.Where(p => declared.For.Any(f => ConsentStanding.Covers(f, p))).ToList(),
            table.Document.Categories.Keys.Where(c => declared.Categories.Any(of => ConsentStanding.Covers(of, c))).OrderBy(static c => c, StringComparer.Ordinal).ToList());
    }
}
