using Ethics.Crm.Runtime;

namespace Ethics.Crm.Consent;

/// <summary>Those that a slot stands for; nobody when the key was unset.</summary>
/// <param name="areNotAll">Whether there may be others, of whom nothing is known.</param>
internal readonly struct People(IReadOnlyList<SubjectKey> persons, bool areNotAll = false)
{
    private static readonly IReadOnlyList<SubjectKey> Nobody = [];

    public IReadOnlyList<SubjectKey> Persons => persons;

    public bool IsUnknown => areNotAll || persons.Count == 0;

    /// <summary>Made anew at each question: what a slot would keep of them, each person in memory would pay for.</summary>
    public static People Of(ConsentSlot slot) => slot.Owner switch
    {
        PeopleOfType one => new([one.KeyOf(slot)]),
        SomePeople some => new(some.Keys, areNotAll: true),
        NamedPeople named => new(named.Keys),
        _ => new(Nobody),
    };
}

/// <summary>Owner of the slots of all people of one type and tenant whose id is what the key of their slot says.</summary>
internal sealed class PeopleOfType(GateHost host, string? tenant, string subjectType) : SlotOwner(host)
{
    // Of so many purposes reasons are kept for one slot, and of so many combinations for all: thousands of people differ in a few.
    private const int Purposes = 8;
    private const int Combinations = 1024;

    private readonly Dictionary<(RefusingOwner? Known, ulong Purpose, Refusal Reason), RefusingOwner> _refusing = [];

    /// <summary>This one, for slots of whose people one more reason is known; null where no more are kept. The host's lock is held.</summary>
    /// <param name="known">What is known already, not of this purpose.</param>
    public RefusingOwner? Refusing(RefusingOwner? known, ulong purpose, Refusal reason)
    {
        if (known?.Count >= Purposes)
            return null;
        // In the order of their bits, however they are asked for: else those who refuse alike would have owners without number.
        if (known is null || known.Purpose < purpose)
            return Beside(known, purpose, reason);
        return Refusing(known.Others, purpose, reason) is { } others ? Beside(others, known.Purpose, known.Reason) : null;
    }

    private RefusingOwner? Beside(RefusingOwner? others, ulong purpose, Refusal reason)
    {
        if (_refusing.TryGetValue((others, purpose, reason), out var refusing))
            return refusing;
        return _refusing.Count < Combinations ? _refusing[(others, purpose, reason)] = new RefusingOwner(this, others, purpose, reason) : null;
    }

    public bool Are(GateHost ofHost, SubjectKey person) => ReferenceEquals(Host, ofHost) && subjectType == person.SubjectType && tenant == person.Tenant;

    public SubjectKey KeyOf(ConsentSlot slot) => new(tenant, subjectType, slot.KeyText!);
}

/// <summary>Owner of one slot whose key does not say the id by itself (a pair of id and tenant, an id that can change), or says several.</summary>
internal class NamedPeople(GateHost host, IReadOnlyList<SubjectKey> keys) : SlotOwner(host)
{
    public IReadOnlyList<SubjectKey> Keys => keys;
}

/// <summary>Owner of one slot that may stand for others too, of whom nothing is known.</summary>
internal sealed class SomePeople(GateHost host, IReadOnlyList<SubjectKey> keys) : NamedPeople(host, keys);
