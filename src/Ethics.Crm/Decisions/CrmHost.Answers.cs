using Ethics.Crm.Consent;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Decisions;

/// <summary>What people who were asked about lately allow, for whoever asks by key and has no object with a slot. A fixed number of places: people without end must not fill the memory.</summary>
internal sealed partial class CrmHost
{
    // A power of two; a page of people and those around it. Two words and a key each.
    private const int Places = 4096;

    private readonly KnownAnswers?[] _answers = new KnownAnswers?[Places];

    // A source that can be out of date, or out of reach, is asked each time.
    private bool KeepsAnswers => _source is InMemoryConsentLedger;

    /// <summary>What the person has against the ruling's purpose; null for nothing.</summary>
    public Refusal? RefusalOf(SubjectKey subject, Ruling ruling, LiveRuntime policy)
    {
        if (string.IsNullOrEmpty(subject.Id))
            return ConsentStanding.OfUnknown(ruling.Declared!).Refusal;
        var key = Normalise(subject);
        ref var place = ref _answers[PlaceOf(key)];
        if (Volatile.Read(ref place) is { } known && ReferenceEquals(known.Policy, policy) && known.Allows(ruling) && _running && Same(known.Subject, key))
            return null;
        lock (Sync)
        {
            // Stored under the lock, as decisions are: none can come between the question and the place of its answer.
            var standing = StandingOf(key, ruling.Purpose, ruling.Declared!, policy.Table);
            if (standing is { Refusal: null, Until: null } && KeepsAnswers)
            {
                var before = place is { } held && ReferenceEquals(held.Policy, policy) && Same(held.Subject, key) ? held : new KnownAnswers(policy, key, 0, null);
                Volatile.Write(ref place, ruling.Bit == 0 ? before with { Late = ruling.Purpose } : before with { Allowed = before.Allowed | ruling.Bit });
            }

            return standing.Refusal;
        }
    }

    /// <summary>Called under the lock, after the person's decision has been stored.</summary>
    private void ForgetAnswers(SubjectKey subject) => Volatile.Write(ref _answers[PlaceOf(subject)], null);

    private void ForgetAllAnswers() => Array.Clear(_answers, 0, _answers.Length);

    private static int PlaceOf(SubjectKey key) => (key.Id.GetHashCode() ^ key.SubjectType.Length) & (Places - 1);

    private static bool Same(SubjectKey one, SubjectKey other) => one.Id == other.Id && one.SubjectType == other.SubjectType && one.Tenant == other.Tenant;

    /// <param name="Allowed">The bits of what was asked for and is allowed.</param>
    /// <param name="Late">The last one of those that have no bit.</param>
    private sealed record KnownAnswers(LiveRuntime Policy, SubjectKey Subject, ulong Allowed, string? Late)
    {
        public bool Allows(Ruling ruling) => ruling.Bit == 0 ? Late == ruling.Purpose : (Allowed & ruling.Bit) != 0;
    }
}
