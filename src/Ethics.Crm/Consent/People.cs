using Ethics.Crm.Runtime;

namespace Ethics.Crm.Consent;

/// <summary>One person that some object in memory is about, with the slots that follow that person's decisions.</summary>
internal sealed class Person(SubjectKey key)
{
    public SubjectKey Key => key;

    public WeakList<ConsentSlot> Slots { get; } = new();

    /// <summary>One slot for each type of key, shared by every object about this person alone.</summary>
    public Dictionary<Type, WeakReference<ConsentSlot>> Shared { get; } = [];

    public void Forget()
    {
        Slots.Clear();
        Shared.Clear();
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
