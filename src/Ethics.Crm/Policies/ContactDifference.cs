using Ethics.Crm.Consent;
using Ethics.Crm.Contacts;
using Ethics.Crm.Policy;
using Ethics.Crm.Policy.Values;

namespace Ethics.Crm.Policies;

/// <summary>When, how often and by what people may be contacted, by the terms of a purpose and of those above it.</summary>
internal static class ContactDifference
{
    private const int Minutes = 24 * 60;

    public static IEnumerable<string> Gains(PolicyTable less, PolicyTable more, bool opens)
    {
        foreach (var purpose in more.Purposes.Where(less.HasPurpose))
        {
            var (before, after) = (ContactTerms.Of(less, purpose).ToList(), ContactTerms.Of(more, purpose).ToList());
            if (Channels(before) is { } few && (Channels(after) is not { } many || many.Except(few, StringComparer.Ordinal).Any()))
                yield return $"for '{purpose}', people {(opens ? "may be contacted" : "may no longer be contacted")} by {(Channels(after) is { } now ? PolicyDifference.Words(now.Except(few, StringComparer.Ordinal)) : $"other channels than {PolicyDifference.Words(few)}")}";
            if (IsLouder(Hours(before), Hours(after)))
                yield return $"for '{purpose}', people {(opens ? "may be contacted at hours that were quiet" : "may no longer be contacted at hours that are quiet")} ({PolicyDifference.Words(Hours(opens ? before : after).DefaultIfEmpty("none"))}{(opens ? "" : " before")})";
            var freed = Limits(before).Where(old => !Limits(after).Exists(now => Keeps(now, old))).Select(static l => l.Limit).ToList();
            if (freed.Count > 0)
                yield return $"for '{purpose}', people may be contacted {(opens ? "more often than" : "no more often than")} {PolicyDifference.Words(freed)}";
        }
    }

    /// <summary>Those that every term lists; null where none lists any.</summary>
    private static List<string>? Channels(List<KeyValuePair<string, PurposeEntry>> terms) =>
        terms.Select(static t => t.Value.Channels).Where(static c => c.Count > 0).Aggregate((List<string>?)null, static (all, list) => [.. all is null ? list : all.Intersect(list, StringComparer.Ordinal)]);

    private static List<string> Hours(List<KeyValuePair<string, PurposeEntry>> terms) => [.. terms.Select(static t => t.Value.QuietHours).OfType<string>()];

    private static List<(string Of, string Limit)> Limits(List<KeyValuePair<string, PurposeEntry>> terms) =>
        [.. terms.Where(static t => t.Value.Frequency is not null).Select(static t => (t.Key, t.Value.Frequency!))];

    private static bool IsLouder(List<string> before, List<string> after)
    {
        if (before.Count == 0 || before.SequenceEqual(after, StringComparer.Ordinal))
            return false;
        var quiet = new bool[Minutes];
        foreach (var minute in after.SelectMany(Quiet))
            quiet[minute] = true;
        return before.SelectMany(Quiet).Any(minute => !quiet[minute]);
    }

    private static IEnumerable<int> Quiet(string hours)
    {
        if (!QuietHours.TryParse(hours, out var span))
            yield break;
        for (var minute = span.Start; minute != span.End; minute = (minute + 1) % Minutes)
            yield return minute;
    }

    /// <summary>A limit of a purpose counts what is contacted for all that lies beneath it.</summary>
    private static bool Keeps((string Of, string Limit) now, (string Of, string Limit) old) =>
        ConsentStanding.Covers(now.Of, old.Of) && (now.Limit == old.Limit || (Frequency.TryParse(now.Limit, out var limit) && Frequency.TryParse(old.Limit, out var before) && limit.Implies(before)));
}
