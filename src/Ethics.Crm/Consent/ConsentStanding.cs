using Ethics.Crm.Policy;

namespace Ethics.Crm.Consent;

/// <summary>Whether a person's decisions allow a purpose. The laws of the policy's bases, in one place.</summary>
/// <param name="Refusal">Null when allowed.</param>
/// <param name="Until">When the answer can change by the passing of time alone; null when it cannot.</param>
/// <param name="Deciding">The entry that decides; null when none does.</param>
internal readonly record struct ConsentStanding(Refusal? Refusal, DateTimeOffset? Until, ConsentEntry? Deciding)
{
    public bool IsAllowed => Refusal is null;

    /// <summary>For a person of whom nothing is known: only what needs no decision of the person.</summary>
    public static ConsentStanding OfUnknown(PurposeEntry purpose) => new(NeedsPerson(purpose) ? Crm.Refusal.SubjectUnknown : null, Until: null, null);

    /// <summary>While the ledger cannot be asked: the same, because what the person decided cannot be known.</summary>
    public static ConsentStanding OfUnreachable(PurposeEntry purpose) => new(NeedsPerson(purpose) ? Crm.Refusal.Stale : null, Until: null, null);

    /// <summary>For a person who is known and of whom nothing was recorded: consent is opt-in, an objection is not.</summary>
    public static ConsentStanding OfUndecided(PurposeEntry purpose) =>
        new(purpose.Basis == LawfulBasis.Consent ? Crm.Refusal.ConsentMissing : null, Until: null, null);

    /// <summary>
    /// A grant counts on the terms of the purpose asked for and of every one between that and what it was given for: consent to <c>marketing</c> that has lapsed, or that an older notice
    /// asked for, is none for <c>marketing.email</c> either.
    /// </summary>
    /// <param name="entries">Oldest first.</param>
    public static ConsentStanding Of(IReadOnlyList<ConsentEntry> entries, string purpose, PurposeEntry declared, PolicyTable table, DateTimeOffset now)
    {
        if (RestrictionIn(entries) is { } restriction)
            return new(Crm.Refusal.Restriction, Until: null, restriction);
        if (!NeedsPerson(declared))
            return new(null, Until: null, null);

        var onPath = entries.Where(e => e.Purpose is not null && Covers(e.Purpose, purpose)).ToList();
        var grants = onPath.Where(e => e.Action == ConsentAction.Grant).ToList();
        var counting = declared.Basis == LawfulBasis.Consent ? grants.Where(g => Terms(g).All(terms => Counts(g, terms, now))).ToList() : grants;
        if (LastUnanswered(onPath, counting) is { } open)
            return new(open.Action == ConsentAction.Withdraw ? Crm.Refusal.ConsentWithdrawn : Crm.Refusal.Objection, Until: null, open);
        if (declared.Basis != LawfulBasis.Consent)
            return new(null, Until: null, grants.LastOrDefault());
        if (counting.Count > 0)
            return new(null, Until: counting.Select(g => Terms(g).Select(terms => LapseOf(g, terms)).Min()).Min(), counting[counting.Count - 1]);
        return grants.Count > 0
            ? new(Crm.Refusal.ConsentLapsed, Until: null, grants[grants.Count - 1])
            : new(Crm.Refusal.ConsentMissing, Until: null, null);

        IEnumerable<PurposeEntry> Terms(ConsentEntry grant) =>
            Above(purpose).TakeWhile(name => Covers(grant.Purpose!, name)).Select(name => table.Document.Purposes.TryGetValue(name, out var entry) ? entry : null).OfType<PurposeEntry>().Append(declared);
    }

    /// <summary>The entry that restricts every use now (Art. 18); null when none does.</summary>
    public static ConsentEntry? RestrictionIn(IReadOnlyList<ConsentEntry> entries) =>
        entries.LastOrDefault(static e => e.Action is ConsentAction.Restrict or ConsentAction.LiftRestriction) is { Action: ConsentAction.Restrict } open ? open : null;

    /// <inheritdoc cref="PolicyTable.NeedsPerson"/>
    public static bool NeedsPerson(PurposeEntry purpose) => PolicyTable.NeedsPerson(purpose);

    /// <summary>Whether a decision on <paramref name="name"/> concerns <paramref name="purpose"/>: the same, or an ancestor of it.</summary>
    public static bool Covers(string name, string purpose) =>
        purpose.StartsWith(name, StringComparison.Ordinal) && (purpose.Length == name.Length || purpose[name.Length] == '.');

    /// <summary>The names above a dotted one, the nearest first.</summary>
    public static IEnumerable<string> Above(string purpose)
    {
        for (var dot = purpose.LastIndexOf('.'); dot > 0; dot = purpose.LastIndexOf('.', dot - 1))
            yield return purpose.Substring(0, dot);
    }

    /// <summary>
    /// The last refusal that no later grant answers. One answers a refusal made on the same name or nearer to the root, never one made further down; and because all of these names lie above one purpose, of several grants
    /// the one on the longest name answers whatever another one does.
    /// </summary>
    /// <param name="grants">Those of the entries that count.</param>
    private static ConsentEntry? LastUnanswered(List<ConsentEntry> onPath, List<ConsentEntry> grants)
    {
        // From the end, each entry once: somebody who has changed their mind thousands of times must not cost millions of comparisons.
        var (longest, next) = (-1, grants.Count - 1);
        for (var i = onPath.Count - 1; i >= 0; i--)
        {
            var entry = onPath[i];
            if (next >= 0 && ReferenceEquals(entry, grants[next]))
                (longest, next) = (Math.Max(longest, entry.Purpose!.Length), next - 1);
            else if (entry.Action is ConsentAction.Withdraw or ConsentAction.Object && entry.Purpose!.Length > longest)
                return entry;
        }

        return null;
    }

    private static bool Counts(ConsentEntry grant, PurposeEntry declared, DateTimeOffset now)
    {
        if (declared.ConsentFrom is { } from && string.CompareOrdinal(grant.Evidence?.NoticeVersion ?? "", from) < 0)
            return false;
        // What was agreed to while the clock ran ahead would outlive its term by as much.
        return LapseOf(grant, declared) is not { } lapse || (now < lapse && grant.At - now <= Durations.Ahead);
    }

    private static DateTimeOffset? LapseOf(ConsentEntry grant, PurposeEntry declared) => declared.ConsentExpires is { } expires ? Durations.Add(grant.At, expires) : null;
}
