using Ethics.Crm.Runtime;

namespace Ethics.Crm.Consent;

/// <summary>One person that some object in memory is about, with the slots that follow that person's decisions. Not thread-safe: the host's lock is held.</summary>
internal sealed class Person(SubjectKey key)
{
    // Held, not watched: a slot holds its person, so both live exactly as long as an object that has read through it.
    // One slot for the usual single type of key, else an array.
    private object? _shared;

    // Slots that this person shares with others, or whose key only looks different. Weak: they must not pile up while the person lives.
    private WeakList<ConsentSlot>? _others;

    public SubjectKey Key => key;

    public IEnumerable<ConsentSlot> Slots
    {
        get
        {
            var shared = _shared switch { null => [], ConsentSlot one => [one], var several => (ConsentSlot[])several };
            return _others is null ? shared : shared.Concat(_others);
        }
    }

    /// <summary>The slot of this type of key that every object about this person alone shares; null when there is none yet.</summary>
    public ConsentSlot<TKey>? FindShared<TKey>() => _shared as ConsentSlot<TKey> ?? (_shared as ConsentSlot[])?.OfType<ConsentSlot<TKey>>().FirstOrDefault();

    /// <summary>At most one for each type of key; see <see cref="FindShared{TKey}"/>.</summary>
    public void Share(ConsentSlot slot) => _shared = _shared switch
    {
        null => slot,
        ConsentSlot one => new[] { one, slot },
        var several => (ConsentSlot[])[.. (ConsentSlot[])several, slot],
    };

    public void Follow(ConsentSlot slot) => (_others ??= new()).Add(slot);

    public void Forget()
    {
        _shared = null;
        _others = null;
    }
}

/// <summary>Those that a slot stands for; nobody when the key was unset. The slot holds them (<see cref="Slot"/>), so that a person lives as long as an object about them.</summary>
internal readonly struct People
{
    private readonly object? _persons;

    private People(object? persons) => _persons = persons;

    public People(IReadOnlyList<Person> persons)
        : this(persons.Count switch { 0 => null, 1 => persons[0], _ => (object)persons })
    {
    }

    public IReadOnlyList<Person> Persons => _persons switch { null => [], Person one => [one], var several => (IReadOnlyList<Person>)several };

    public bool IsUnknown => _persons is null;

    public static People Of(ConsentSlot slot) => new(slot.Person is Person or IReadOnlyList<Person> ? slot.Person : null);

    public ConsentSlot<TKey> Slot<TKey>(GateHost host, TKey key) => new(host, key, _persons);
}

/// <summary>The people of one host, found by key as long as an object is about them. Not thread-safe: the host's lock is held.</summary>
/// <remarks>In parts, each swept by itself when it has doubled: a read that happens to bind the person who is one too many waits for the sweep of one part, not of all people in memory.</remarks>
internal sealed class PersonRegistry
{
    // A power of two.
    private const int Parts = 256;
    private const int FirstSweep = 64;

    private readonly Part?[] _parts = new Part?[Parts];

    public IEnumerable<Person> Living
    {
        get
        {
            foreach (var part in _parts)
            {
                foreach (var reference in part?.Persons.Values ?? Enumerable.Empty<WeakReference<Person>>())
                {
                    if (reference.TryGetTarget(out var person))
                        yield return person;
                }
            }
        }
    }

    /// <summary>For tests: how many are kept, dead ones included.</summary>
    public int Count => _parts.Sum(static part => part?.Persons.Count ?? 0);

    /// <summary>For tests: how many the largest part keeps, which is how many one sweep looks at.</summary>
    public int LargestPart => _parts.Max(static part => part?.Persons.Count ?? 0);

    public Person? Find(SubjectKey key) => _parts[PartOf(key)] is { } part && part.Persons.TryGetValue(key, out var reference) && reference.TryGetTarget(out var person) ? person : null;

    public Person FindOrAdd(SubjectKey key)
    {
        if (Find(key) is { } found)
            return found;
        var part = _parts[PartOf(key)] ??= new Part();
        if (part.Persons.Count >= part.SweepAt)
        {
            part.Persons = part.Persons.Where(static p => p.Value.TryGetTarget(out _)).ToDictionary(static p => p.Key, static p => p.Value);
            part.SweepAt = Math.Max(FirstSweep, part.Persons.Count * 2);
        }

        var person = new Person(key);
        part.Persons[key] = new WeakReference<Person>(person);
        return person;
    }

    private static int PartOf(SubjectKey key)
    {
        var hash = key.Id.GetHashCode();
        return (hash ^ (hash >> 16)) & (Parts - 1);
    }

    private sealed class Part
    {
        public Dictionary<SubjectKey, WeakReference<Person>> Persons { get; set; } = [];

        public int SweepAt { get; set; } = FirstSweep;
    }
}
