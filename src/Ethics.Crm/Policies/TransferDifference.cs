using Ethics.Crm.Decisions;
using Ethics.Crm.Policy;
using Ethics.Crm.Policy.Values;

namespace Ethics.Crm.Policies;

/// <summary>Where data may be sent, and what has to protect it there: a recipient that may have the same as before may be elsewhere now. A policy that says nothing of transfers lets data go anywhere.</summary>
internal static class TransferDifference
{
    public static IEnumerable<string> Gains(PolicyTable less, PolicyTable more, bool opens)
    {
        if (less.Document.FreeTransfers is not { } free)
            yield break;
        foreach (var (name, after) in more.Document.Recipients.Select(static r => (r.Key, r.Value)).OrderBy(static r => r.Key, StringComparer.Ordinal))
        {
            // One that may have nothing, or that is new, has a sentence of its own.
            if (!less.Document.Recipients.TryGetValue(name, out var before) || !HasAny(less, name) || !HasAny(more, name) || (after.Country is { } country && Countries.IsFree(country, free)))
                continue;
            if (before.Country is not null && before.Country != after.Country)
                yield return $"'{name}' {(opens ? "may now" : "may no longer")} receive data in {after.Country ?? "a country that the policy does not name"}";
            if (before.Safeguard is not null && after.Safeguard is null)
                yield return $"'{name}' {(opens ? "may now" : "may no longer")} receive data in {after.Country ?? "any country"} without a safeguard";
        }
    }

    private static bool HasAny(PolicyTable table, string recipient) => RecipientRules.Reach(table, recipient) is { Purposes.Count: > 0, Categories.Count: > 0 };
}
