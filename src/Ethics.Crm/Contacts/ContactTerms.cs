using Ethics.Crm.Consent;
using Ethics.Crm.Policy;
using Ethics.Crm.Policy.Values;

namespace Ethics.Crm.Contacts;

/// <summary>When and how often a purpose may contact somebody. What lies above a dotted purpose limits it too.</summary>
internal static class ContactTerms
{
    /// <summary>The declared purposes whose terms count, the purpose itself first.</summary>
    public static IEnumerable<KeyValuePair<string, PurposeEntry>> Of(PolicyTable table, string purpose)
    {
        foreach (var name in ConsentStanding.Above(purpose).Prepend(purpose))
        {
            if (table.Document.Purposes.TryGetValue(name, out var entry))
                yield return new(name, entry);
        }
    }

    /// <summary>Whether the purpose, or one above it, says how, when or how often people are contacted.</summary>
    public static bool Any(PolicyTable table, string purpose) => Of(table, purpose).Any(static terms => Has(terms.Value));

    /// <summary>Whether two policies say the same of it.</summary>
    public static bool AreSame(PolicyTable one, PolicyTable other, string purpose) =>
        ReferenceEquals(one, other) || Said(one, purpose).SequenceEqual(Said(other, purpose));

    /// <summary>By the wall clock: the hour that is there twice when summer time ends is quiet twice, the one that is not there never.</summary>
    public static bool IsQuiet(string hours, DateTimeOffset local)
    {
        if (!QuietHours.TryParse(hours, out var quiet))
            return true;
        var minute = local.Hour * 60 + local.Minute;
        return quiet.Start <= quiet.End ? minute >= quiet.Start && minute < quiet.End : minute >= quiet.Start || minute < quiet.End;
    }

    /// <summary>Whether one more fits.</summary>
    /// <param name="count">How many there have been in a period.</param>
    public static bool Fits(string frequency, Func<PolicyDuration, int> count) => Frequency.TryParse(frequency, out var limit) && count(limit.Period) < limit.Count;

    private static bool Has(PurposeEntry entry) => entry.Channels.Count > 0 || entry.QuietHours is not null || entry.Frequency is not null;

    private static IEnumerable<(string Name, string? QuietHours, string? Frequency, string Channels)> Said(PolicyTable table, string purpose) =>
        Of(table, purpose).Where(static terms => Has(terms.Value)).Select(static terms => (terms.Key, terms.Value.QuietHours, terms.Value.Frequency, string.Join("\n", terms.Value.Channels.OrderBy(static one => one, StringComparer.Ordinal))));
}
