using Ethics.Crm.Runtime;

namespace Ethics.Crm.Consent;

/// <summary>One person that some object in memory is about, with the slots that follow that person's decisions.</summary>
internal sealed class Person(SubjectKey key)
{
    public SubjectKey Key => key;

    public WeakList<ConsentSlot> Slots { get; } = new();

    // Few: one for each type of key. A dictionary for each person would cost more than all the rest.
    private readonly List<WeakReference<ConsentSlot>> _shared = [];

    /// <summary>The slot of this type of key that every object about this person alone shares; null when none is in use.</summary>
    public ConsentSlot<TKey>? FindShared<TKey>()
    {
        foreach (var reference in _shared)
        {
            if (reference.TryGetTarget(out var slot) && slot is ConsentSlot<TKey> found)
                return found;
        }

        return null;
    }

    public void Share<TKey>(ConsentSlot<TKey> slot)
    {
        _shared.RemoveAll(static r => !r.TryGetTarget(out _));
        _shared.Add(new WeakReference<ConsentSlot>(slot));
    }

    public void Forget()
    {
        Slots.Clear();
        _shared.Clear();
    }
}

/// <summary>Those that a slot stands for; nobody when the key was unset. Held by the slot, so that a person lives as long as an object about them.</summary>
internal sealed class People(IReadOnlyList<Person> persons)
{
    public IReadOnlyList<Person> Persons => persons;

    public bool IsUnknown => persons.Count == 0;
}

/// <summary>The people of one host, found by key as long as an object is about them. Not thread-safe: the host's lock is held.</summary>
internal sealed class PersonRegistry
{
    private Dictionary<SubjectKey, WeakReference<Person>> _persons = [];
    private int _sweepAt = 1024;

    public IEnumerable<Person> Living
    {
        get
        {
            foreach (var reference in _persons.Values)
            {
                if (reference.TryGetTarget(out var person))
                    yield return person;
            }
        }
    }

    public Person? Find(SubjectKey key) => _persons.TryGetValue(key, out var reference) && reference.TryGetTarget(out var person) ? person : null;

    public Person FindOrAdd(SubjectKey key)
    {
        if (Find(key) is { } found)
            return found;
        if (_persons.Count >= _sweepAt)
        {
            _persons = _persons.Where(p => p.Value.TryGetTarget(out _)).ToDictionary(p => p.Key, p => p.Value);
            _sweepAt = Math.Max(1024, _persons.Count * 2);
        }

        var person = new Person(key);
        _persons[key] = new WeakReference<Person>(person);
        return person;
    }
}
