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
            .Concat(OriginDifference.Gains(less, more, opens))
            .Concat(ContactDifference.Gains(less, more, opens))
            .Concat(CodeDifference.Gains(less, more, opens))
            .Concat(ModeDifference.Gains(less, more, opens))
            .Concat(new PassingDifference(less, more, opens).OfCategories())
            .Concat(Received(less, more, opens))
            .Concat(TransferDifference.Gains(less, more, opens));

    private static IEnumerable<string> Permitted(PolicyTable less, PolicyTable more, IReadOnlyList<GuardedMember> members, bool opens)
    {
        var labels = new LabelDifference(less, more, opens);
        return labels.Sentences()
            .Concat(members.Select(m => OfMember(m.Member, ResolvedMember.Of(less, m), ResolvedMember.Of(more, m), labels, opens)).OfType<string>()
                .Concat(labels.OfEntries()).Distinct().OrderBy(static s => s, StringComparer.Ordinal));
    }

    private static string? OfMember(string name, ResolvedMember before, ResolvedMember after, LabelDifference labels, bool opens)
    {
        var gained = after.Permitted.Except(before.Permitted).Except(labels.Told(after.Categories)).OrderBy(static p => p, StringComparer.Ordinal).ToList();
        return gained.Count > 0 ? Sentence(name, gained, opens) : null;
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

    internal static string Sentence(string what, IReadOnlyList<string> purposes, bool opens) =>
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
}
