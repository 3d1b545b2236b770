using Ethics.Crm.Policy;
using Ethics.Crm.Policy.Patterns;

namespace Ethics.Crm.Policies;

/// <summary>
/// What <c>code</c> entries let code do. Each purpose that code works for must permit what it reads, so code that works for less may read more; code of which nothing is said may read nothing.
/// </summary>
internal static class CodeDifference
{
    public static IEnumerable<string> Gains(PolicyTable less, PolicyTable more, bool opens)
    {
        foreach (var of in new EntryDifference<CodeEntry>(less.Document.Code, more.Document.Code, PatternUse.Code).Pairs().GroupBy(static pair => pair.Name))
        {
            foreach (var sentence in of.SelectMany(pair => Gained(pair.Before, pair.After, of.Key, opens)).Distinct())
                yield return sentence;
        }
    }

    private static IEnumerable<string> Gained(CodeEntry? before, CodeEntry? after, string name, bool opens)
    {
        if (before is { Only: true } && (after is not { Only: true } || after.Purposes.Any(p => !before.Purposes.Any(b => Consent.ConsentStanding.Covers(b, p)))))
            yield return $"code in '{name}' {(opens ? "may declare" : "may no longer declare")} {(after is { Only: true } ? PolicyDifference.Words(after.Purposes) : $"other purposes than {Listed(before.Purposes)}")}";
        if (after is null)
            yield break;
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
