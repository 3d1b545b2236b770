using Ethics.Crm.Policy;

namespace Ethics.Crm.Policies;

/// <summary>What data may because an entry calls it another category, its purposes apart: go to a recipient, or be refused more leniently.</summary>
internal static class CategoryDifference
{
    public static IEnumerable<string> Gains(PolicyTable less, string? before, PolicyTable more, string? after, string name, bool opens)
    {
        if (before == after)
            yield break;
        var recipients = more.Document.Recipients.Keys.Where(r => MayHave(more, r, after) && !MayHave(less, r, before)).OrderBy(static r => r, StringComparer.Ordinal).ToList();
        if (recipients.Count > 0)
            yield return $"'{name}' {(opens ? "may now go" : "may no longer go")} to {PolicyDifference.Words(recipients)}";
        foreach (var (was, becomes) in ModeDifference.Weaker(less, before, more, after))
            yield return ModeDifference.Sentence($"refusals of '{name}'", was, becomes, opens);
        foreach (var (was, becomes) in ModeDifference.WeakerBeside(less, before, more, after))
            yield return ModeDifference.Sentence($"refusals of '{name}', where it is other data as well,", was, becomes, opens);
    }

    private static bool MayHave(PolicyTable table, string recipient, string? category) =>
        category is not null && table.Document.Recipients.TryGetValue(recipient, out var declared) && declared.For.Count > 0 && table.MayTransfer(declared)
        && declared.Categories.Any(of => Consent.ConsentStanding.Covers(of, category));
}
