using Ethics.Crm.Policy;
using Ethics.Crm.Policy.Patterns;

namespace Ethics.Crm.Policies;

/// <summary>
/// What <c>code</c> entries let code do. Each purpose that code works for must permit what it reads, so code that works for less may read more. Code of which nothing is said any more works for what else speaks of it,
/// its assembly, its bases, the mapping of an endpoint, and that may be less.
/// </summary>
internal static class CodeDifference
{
    public static IEnumerable<string> Gains(PolicyTable less, PolicyTable more, bool opens)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var of in new EntryDifference<CodeEntry>(less.Document.Code, more.Document.Code, PatternUse.Code).Pairs().GroupBy(static pair => pair.Name))
        {
            foreach (var sentence in of.SelectMany(pair => Gained(pair.Before, pair.After, of.Key, opens)).Distinct())
            {
                told.Add(of.Key);
                yield return sentence;
            }
        }

        foreach (var sentence in OfWhatDerives(less.Document.Code, more.Document.Code, told, opens))
            yield return sentence;
    }

    /// <summary>An entry without wildcard speaks for what derives from the type or implements it, whatever that is called, and in the place of any pattern: where it comes or goes, another entry may be the one that spoke, or speaks.</summary>
    private static IEnumerable<string> OfWhatDerives(IReadOnlyDictionary<string, CodeEntry?> less, IReadOnlyDictionary<string, CodeEntry?> more, HashSet<string> told, bool opens)
    {
        var said = less.Values.Where(static entry => entry is { Only: false }).SelectMany(static entry => entry!.Purposes).Distinct(StringComparer.Ordinal).OrderBy(static p => p, StringComparer.Ordinal).ToList();
        var entries = more.Values.OfType<CodeEntry>().ToList();
        var times = entries.SelectMany(static entry => entry.Purposes.Distinct(StringComparer.Ordinal)).GroupBy(static p => p, StringComparer.Ordinal).ToDictionary(static p => p.Key, static p => p.Count(), StringComparer.Ordinal);
        foreach (var name in less.Keys.Union(more.Keys, StringComparer.Ordinal).Where(name => !told.Contains(name) && name.IndexOf('*') < 0).OrderBy(static name => name, StringComparer.Ordinal))
        {
            var (before, after) = (less.TryGetValue(name, out var was) ? was : null, more.TryGetValue(name, out var now) ? now : null);
            // One that says something in both has been compared by its name.
            if ((before is null) == (after is null))
                continue;
            var dropped = after is not null ? said.Except(after.Purposes, StringComparer.Ordinal).ToList() : before!.Purposes.Where(purpose => (times.TryGetValue(purpose, out var of) ? of : 0) < entries.Count).ToList();
            if (dropped.Count > 0)
                yield return $"code that derives from '{name}' {(opens ? "may work no longer" : "may work")} for {PolicyDifference.Words(dropped)}, which then {(opens ? "need not" : "must")} permit what it reads{(opens ? " any more" : "")}";
        }
    }

    private static IEnumerable<string> Gained(CodeEntry? before, CodeEntry? after, string name, bool opens)
    {
        if (before is { Only: true } && (after is not { Only: true } || after.MayDeclare.Any(p => !before.MayDeclare.Any(b => Consent.ConsentStanding.Covers(b, p)))))
            yield return $"code in '{name}' {(opens ? "may declare" : "may no longer declare")} {(after is { Only: true } ? PolicyDifference.Words(after.MayDeclare) : $"other purposes than {Listed(before.MayDeclare)}")}";
        if (after is null)
        {
            if (before is { Only: false, Purposes.Count: > 0 })
                yield return $"code in '{name}' is {(opens ? "no longer" : "now")} said to work for {PolicyDifference.Words(before.Purposes)}: what else says what it works for {(opens ? "counts" : "counts no longer")}";
            yield break;
        }

        if (before is null && after.Purposes.Count > 0)
        {
            yield return $"code in '{name}' {(opens ? "works" : "no longer works")} for {PolicyDifference.Words(after.Purposes)}";
        }
        else if (before is not null && before.Purposes.Except(after.Purposes, StringComparer.Ordinal).ToList() is { Count: > 0 } dropped)
        {
            yield return $"code in '{name}' {(opens ? "works no longer" : "works")} for {PolicyDifference.Words(dropped)}, which {(opens ? "need not" : "must")} permit what it reads{(opens ? " any more" : "")}";
        }
    }

    private static string Listed(IReadOnlyList<string> purposes) => purposes.Count == 0 ? "none" : PolicyDifference.Words(purposes);
}
