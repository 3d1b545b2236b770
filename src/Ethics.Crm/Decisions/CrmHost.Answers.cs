using System.Runtime.InteropServices;
using Ethics.Crm.Consent;
using Ethics.Crm.Policy;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Decisions;

/// <summary>What people who were asked about lately allow, for whoever asks by key and has no object with a slot. A fixed number of places: people without end must not fill the memory.</summary>
internal sealed partial class CrmHost
{
    // A power of two: a page of people and those around it.
    private const int Places = 8192;

    // Whoever is known lies in one of so many places behind the first: people who share one do not displace each other, until there are thousands.
    private const int Window = 8;

    // Made for the first question.
    private KnownAnswers?[]? _answers;
    private int _displaced;

    // A source that can be out of date, or out of reach, is asked each time.
    private bool KeepsAnswers => _source is InMemoryConsentLedger;

    /// <summary>What the person has against the ruling's purpose; null for nothing.</summary>
    public Refusal? RefusalOf(in SubjectKey subject, Ruling ruling, LiveRuntime policy)
    {
        if (string.IsNullOrEmpty(subject.Id))
            return ConsentStanding.OfUnknown(ruling.Declared!).Refusal;
        return IsKnownToAllow(subject, ruling, policy) ? null : Ask(Normalise(subject), ruling, policy);
    }

    /// <summary>Whether the person has been asked for the purpose lately, allowed it, and has decided nothing since.</summary>
    public bool IsKnownToAllow(in SubjectKey subject, Ruling ruling, LiveRuntime policy)
    {
        if (Volatile.Read(ref _answers) is not { } answers || string.IsNullOrEmpty(subject.Id))
            return false;
        var tenant = string.IsNullOrEmpty(subject.Tenant) ? TenantOfApplication : subject.Tenant;
        var place = PlaceOf(subject.Id);
        for (var i = 0; i < Window; i++)
        {
            if (Volatile.Read(ref answers[place + i]) is { } known && known.Is(tenant, subject.SubjectType, subject.Id))
                return known.Allows(ruling) && ReferenceEquals(known.Policy, policy);
        }

        return false;
    }

    /// <summary>What the people of a slot have against a purpose that their slot does not allow; null for nothing, when they have just allowed it.</summary>
    /// <param name="bit">The purpose's own.</param>
    /// <param name="policy">The one that declares it so. The reason is kept with the slot while this one is the live one and nothing but the people's decisions can change it.</param>
    public Refusal? RefusalOf(ConsentSlot slot, string purpose, ulong bit, PurposeEntry declared, LiveRuntime policy)
    {
        lock (Sync)
        {
            var people = People.Of(slot);
            if (people.IsUnknown && ConsentStanding.OfUnknown(declared).Refusal is { } unknown)
                return unknown;
            foreach (var person in people.Persons)
            {
                if (StandingOf(person, purpose, declared, policy.Table).Refusal is not { } refusal)
                    continue;
                // A slot that has been retired is asked no more; one of several people, or whose key is not the id, has an owner to itself.
                if (slot.Owner is PeopleOfType type && KeepsAnswers && _running && ReferenceEquals(GateRuntime.Current, policy)
                    && slot.Reasons?.Against(bit) is null && type.Refusing(slot.Reasons, bit, refusal) is { } refusing)
                {
                    slot.Remember(refusing);
                }

                return refusal;
            }

            return null;
        }
    }

    private Refusal? Ask(SubjectKey subject, Ruling ruling, LiveRuntime policy)
    {
        lock (Sync)
        {
            // Stored under the lock, as decisions are: none can come between the question and the place of its answer.
            var standing = StandingOf(subject, ruling.Purpose, ruling.Declared!, policy.Table);
            if (standing is { Refusal: null, Until: null } && KeepsAnswers && _running)
            {
                ref var place = ref PlaceFor(subject);
                var before = place is { } held && held.Is(subject) && ReferenceEquals(held.Policy, policy) ? held : new KnownAnswers(policy, subject.Tenant, subject.SubjectType, subject.Id, 0, null);
                Volatile.Write(ref place, ruling.Bit == 0 ? before with { Late = ruling.Purpose } : before with { Allowed = before.Allowed | ruling.Bit });
            }

            return standing.Refusal;
        }
    }

    /// <summary>The place of the person, else an empty one, else that of somebody who has to give way. The lock is held.</summary>
    private ref KnownAnswers? PlaceFor(SubjectKey subject)
    {
        if (_answers is null)
            Volatile.Write(ref _answers, new KnownAnswers?[Places + Window]);
        var first = PlaceOf(subject.Id);
        var empty = -1;
        for (var at = first; at < first + Window; at++)
        {
            if (_answers![at] is not { } known)
                empty = empty < 0 ? at : empty;
            else if (known.Is(subject))
                return ref _answers[at];
        }

        return ref _answers![empty < 0 ? first + (_displaced++ & (Window - 1)) : empty];
    }

    /// <summary>Called under the lock, after the person's decision has been stored.</summary>
    private void ForgetAnswers(SubjectKey subject)
    {
        if (_answers is null || string.IsNullOrEmpty(subject.Id))
            return;
        var first = PlaceOf(subject.Id);
        for (var at = first; at < first + Window; at++)
        {
            if (_answers[at]?.Is(subject) == true)
                Volatile.Write(ref _answers[at], null);
        }
    }

    /// <summary>The places too: whoever has found them before finds answers of a policy that is none any more.</summary>
    private void ForgetAllAnswers() => Volatile.Write(ref _answers, null);

    /// <summary>From the beginning, the middle and the end of the id, which is what ids differ in. Whoever chooses ids that meet gains nothing but slower answers for them.</summary>
    private static int PlaceOf(string id)
    {
        const int Word = sizeof(ulong) / sizeof(char);
        ulong first, middle, last;
        if (id.Length < Word)
        {
            (first, middle, last) = (id[0], id[id.Length >> 1], id[id.Length - 1]);
        }
        else
        {
            var bytes = MemoryMarshal.AsBytes(id.AsSpan());
            first = MemoryMarshal.Read<ulong>(bytes);
            middle = MemoryMarshal.Read<ulong>(bytes.Slice(((id.Length - Word) >> 1) * sizeof(char)));
            last = MemoryMarshal.Read<ulong>(bytes.Slice((id.Length - Word) * sizeof(char)));
        }

        var hash = unchecked((first * 0x9E3779B97F4A7C15UL) + (middle * 0xC2B2AE3D27D4EB4FUL) + (last * 0x165667B19E3779F9UL) + (ulong)id.Length);
        return (int)((hash ^ (hash >> 29)) >> 16) & (Places - 1);
    }

    /// <param name="Allowed">The bits of what was asked for and is allowed.</param>
    /// <param name="Late">The last one of those that have no bit.</param>
    private sealed record KnownAnswers(LiveRuntime Policy, string? Tenant, string SubjectType, string Id, ulong Allowed, string? Late)
    {
        public bool Allows(Ruling ruling) => ruling.Bit == 0 ? Late == ruling.Purpose : (Allowed & ruling.Bit) != 0;

        public bool Is(string? tenant, string subjectType, string id) => Id == id && SubjectType == subjectType && Tenant == tenant;

        public bool Is(SubjectKey subject) => Is(subject.Tenant, subject.SubjectType, subject.Id);
    }
}
