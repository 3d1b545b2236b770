using Ethics.Crm.Decisions;
using Ethics.Crm.Policy;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Policies;

/// <summary>What a policy permits that another did not, and the other way round, in sentences. Compares answers, not texts: what is written otherwise and means the same is no difference.</summary>
/// <param name="Opens">What the new one permits and the old one did not.</param>
/// <param name="Closes">What the old one permitted and the new one does not.</param>
internal sealed record PolicyDifference(IReadOnlyList<string> Opens, IReadOnlyList<string> Closes)
{
    private const int MostSentences = 50;

    /// <param name="members">The guarded members of the program, as far as their types have been used.</param>
    public static PolicyDifference Between(PolicyTable old, PolicyTable now, IReadOnlyList<GuardedMember> members) =>
        new(Shorten(Gains(old, now, members, opens: true)), Shorten(Gains(now, old, members, opens: false)));

    private static IEnumerable<string> Gains(PolicyTable less, PolicyTable more, IReadOnlyList<GuardedMember> members, bool opens) =>
        Permitted(less, more, members, opens)
            .Concat(PeopleDifference.Gains(less, more, opens))
            .Concat(ModeDifference.Gains(less, more, opens))
            .Concat(Received(less, more, opens));

    private static IEnumerable<string> Permitted(PolicyTable less, PolicyTable more, IReadOnlyList<GuardedMember> members, bool opens)
    {
        var ofCategories = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var category in more.Document.Categories.Keys.OrderBy(static c => c, StringComparer.Ordinal))
        {
            var label = new DataLabel(category, null);
            var gained = more.PermittedPurposes(label).Where(p => !less.Judge(label, p).IsPermitted).ToList();
            ofCategories.Add(category, gained);
            if (gained.Count > 0)
                yield return Sentence(category, gained, opens);
        }

        foreach (var sentence in Named(less, more, members).Select(named => OfMember(named, ofCategories, opens)).OfType<string>().Distinct().OrderBy(static s => s, StringComparer.Ordinal))
            yield return sentence;
    }

    private static string? OfMember(Member member, Dictionary<string, IReadOnlyList<string>> ofCategories, bool opens)
    {
        // What the sentence on the category has said already is not said again for each of its members.
        var told = member.More.Categories.SelectMany(c => ofCategories.TryGetValue(c, out var purposes) ? purposes : []);
        var gained = member.More.Permitted.Except(member.Less?.Permitted ?? []).Except(told).OrderBy(static p => p, StringComparer.Ordinal).ToList();
        return gained.Count > 0 ? Sentence(member.Name, gained, opens) : null;
    }

    /// <summary>The guarded members, and those that the policy names without wildcard.</summary>
    private static IEnumerable<Member> Named(PolicyTable less, PolicyTable more, IReadOnlyList<GuardedMember> members)
    {
        foreach (var member in members)
            yield return new(member.Member, ResolvedMember.Of(less, member), ResolvedMember.Of(more, member));
        foreach (var name in more.Document.Fields.Keys.Where(static key => key.IndexOfAny(['*', '(', '#', '[']) < 0))
        {
            if (ResolvedMember.OfField(more, name) is { } resolved)
                yield return new(name, ResolvedMember.OfField(less, name), resolved);
        }
    }

    /// <summary>A recipient may have each of its categories for each of its purposes.</summary>
    private static IEnumerable<string> Received(PolicyTable less, PolicyTable more, bool opens)
    {
        foreach (var recipient in more.Document.Recipients.Keys.OrderBy(static r => r, StringComparer.Ordinal))
        {
            var (purposes, categories) = RecipientRules.Reach(more, recipient);
            var (fewerPurposes, fewerCategories) = RecipientRules.Reach(less, recipient);
            if (purposes.Count == 0 || categories.Count == 0)
                continue;
            if (fewerPurposes.Count == 0 || fewerCategories.Count == 0 || purposes.Except(fewerPurposes).Any() || categories.Except(fewerCategories).Any())
                yield return $"'{recipient}' {(opens ? "may now" : "may no longer")} receive {Words(categories.Except(purposes.Except(fewerPurposes).Any() ? [] : fewerCategories))} for {Words(purposes.Except(categories.Except(fewerCategories).Any() ? [] : fewerPurposes))}";
        }
    }

    private static string Sentence(string what, IReadOnlyList<string> purposes, bool opens) =>
        $"'{what}' {(opens ? "becomes permitted" : "is no longer permitted")} for {Words(purposes)}";

    internal static string Words(IEnumerable<string> names) => string.Join(", ", names);

    private static IReadOnlyList<string> Shorten(IEnumerable<string> sentences)
    {
        var all = sentences.ToList();
        if (all.Count <= MostSentences)
            return all;
        var rest = all.Count - MostSentences;
        return [.. all.Take(MostSentences), $"and {rest} more"];
    }

    /// <param name="Less">Null where that policy does not label it.</param>
    private sealed record Member(string Name, ResolvedMember? Less, ResolvedMember More);
}
