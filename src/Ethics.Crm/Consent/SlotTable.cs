using System.Runtime.InteropServices;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Consent;

/// <summary>The slots of the people of one host, each about one person, found by key as long as an object holds them. Not thread-safe: the host's lock is held.</summary>
/// <remarks>
/// In parts, each swept and grown by itself: a read that happens to bind the person who is one too many waits for one part, not for all people in memory. A place in a part is a weak handle and sixteen bits of the
/// hash, which tell where it belongs too, so that nothing is asked of a slot when its part grows.
/// </remarks>
internal sealed class SlotTable
{
    // A power of two.
    private const int Parts = 1024;

    private readonly Part?[] _parts = new Part?[Parts];

    // Handles are not the collector's to free.
    ~SlotTable() => Free();

    /// <summary>For tests: how many are kept, dead ones included.</summary>
    public int Count => _parts.Sum(static part => part?.Count ?? 0);

    /// <summary>For tests: how many places the largest part has, which is how many one sweep looks at.</summary>
    public int LargestPart => _parts.Max(static part => part?.Places ?? 0);

    public IEnumerable<ConsentSlot> Living => _parts.SelectMany(static part => part?.Living ?? []);

    /// <summary>Every slot of the person, whatever its type of key.</summary>
    public IReadOnlyList<ConsentSlot> Of(SubjectKey person)
    {
        var found = new List<ConsentSlot>();
        if (Place(person, out var mark) is { } part)
        {
            for (var at = part.First(mark); at >= 0; at = part.Next(mark, at))
            {
                if (part.SlotAt(at) is { } slot && IsOf(slot, person))
                    found.Add(slot);
            }
        }

        GC.KeepAlive(this);
        return found;
    }

    /// <summary>The slot that every object shares which has this key and is about this person alone; null when there is none.</summary>
    /// <param name="host">The owner that the slot has to have: two may know the same people.</param>
    /// <param name="isTaken">Whether another key of this type stands for the same person.</param>
    public ConsentSlot<TKey>? Find<TKey>(SubjectKey person, GateHost host, TKey key, out bool isTaken)
    {
        isTaken = false;
        ConsentSlot<TKey>? found = null;
        if (Place(person, out var mark) is { } part)
        {
            for (var at = part.First(mark); at >= 0 && found is null; at = part.Next(mark, at))
            {
                if (part.SlotAt(at) is not ConsentSlot<TKey> { IsRetired: false } slot || !ReferenceEquals(slot.Host, host) || !IsOf(slot, person))
                    continue;
                isTaken = true;
                if (EqualityComparer<TKey>.Default.Equals(slot.Key, key))
                    found = slot;
            }
        }

        GC.KeepAlive(this);
        return found;
    }

    public void Add(SubjectKey person, ConsentSlot slot)
    {
        var hash = HashOf(person);
        (_parts[hash & (Parts - 1)] ??= new Part()).Add(MarkOf(hash), slot);
        GC.KeepAlive(this);
    }

    public void Clear()
    {
        Free();
        Array.Clear(_parts, 0, Parts);
        GC.KeepAlive(this);
    }

    private static bool IsOf(ConsentSlot slot, SubjectKey person) => slot.Owner switch
    {
        PeopleOfType type => type.Are(slot.Host, person) && slot.KeyText == person.Id,
        NamedPeople { Keys: [var only] } => only == person,
        _ => false,
    };

    private void Free()
    {
        foreach (var part in _parts)
            part?.Free();
    }

    private Part? Place(SubjectKey person, out ushort mark)
    {
        var hash = HashOf(person);
        mark = MarkOf(hash);
        return _parts[hash & (Parts - 1)];
    }

    // Ids come from outside: text hashes differently in each process, so that nobody can choose many that meet. Not so on .NET Framework, where chosen ids cost time.
    private static uint HashOf(SubjectKey person)
    {
        unchecked
        {
            return ((uint)person.Id.GetHashCode() * 0x9E3779B1u) + ((uint)person.SubjectType.GetHashCode() * 0x85EBCA6Bu) + (uint)(person.Tenant?.GetHashCode() ?? 0);
        }
    }

    // The low bits tell the part. No mark is zero, which means that a place is empty.
    private static ushort MarkOf(uint hash) => (ushort)(hash >> 16) is var mark and not 0 ? mark : (ushort)1;

    /// <summary>Open addressing: whoever is sought lies behind the place that the mark names, with no empty place between.</summary>
    private sealed class Part
    {
        private const int Fewest = 4;

        private ushort[] _marks = new ushort[Fewest];
        private GCHandle[] _slots = new GCHandle[Fewest];

        public int Count { get; private set; }

        public int Places => _marks.Length;

        public IEnumerable<ConsentSlot> Living
        {
            get
            {
                for (var at = 0; at < _marks.Length; at++)
                {
                    if (_marks[at] != 0 && SlotAt(at) is { } slot)
                        yield return slot;
                }
            }
        }

        /// <returns>-1 when there is none.</returns>
        public int First(ushort mark) => Look(mark, PlaceOf(mark));

        public int Next(ushort mark, int at) => Look(mark, Behind(at));

        public ConsentSlot? SlotAt(int at) => (ConsentSlot?)_slots[at].Target;

        public void Add(ushort mark, ConsentSlot slot)
        {
            // From .68 to .85 full: about three places for each two of them, and short ways.
            if (Count + 1 > _marks.Length * 17L / 20)
                Sweep();
            // The long form: an object that its finalizer gives back still holds its slot.
            Put(mark, GCHandle.Alloc(slot, GCHandleType.WeakTrackResurrection));
        }

        public void Free()
        {
            for (var at = 0; at < _marks.Length; at++)
            {
                if (_marks[at] != 0)
                    _slots[at].Free();
            }
        }

        private void Sweep()
        {
            var (marks, slots) = (_marks, _slots);
            var living = new ConsentSlot?[marks.Length];
            var count = 0;
            for (var at = 0; at < marks.Length; at++)
            {
                if (marks[at] != 0 && slots[at].Target is ConsentSlot { IsRetired: false } slot)
                    (living[at], count) = (slot, count + 1);
            }

            // All that needs memory comes before the first change: without it nobody would be found behind the holes.
            var places = Math.Max(Fewest, (int)((count + 1) * 25L / 17) + 1);
            var (freshMarks, freshSlots) = (new ushort[places], new GCHandle[places]);
            (_marks, _slots, Count) = (freshMarks, freshSlots, 0);
            for (var at = 0; at < marks.Length; at++)
            {
                if (marks[at] == 0)
                    continue;
                if (living[at] is not null)
                    Put(marks[at], slots[at]);
                else
                    slots[at].Free();
            }

            GC.KeepAlive(living);
        }

        private void Put(ushort mark, GCHandle slot)
        {
            var at = PlaceOf(mark);
            while (_marks[at] != 0)
                at = Behind(at);
            (_marks[at], _slots[at]) = (mark, slot);
            Count++;
        }

        private int Look(ushort mark, int at)
        {
            for (; _marks[at] != 0; at = Behind(at))
            {
                if (_marks[at] == mark)
                    return at;
            }

            return -1;
        }

        private int PlaceOf(ushort mark) => (int)((mark * (long)_marks.Length) >> 16);

        private int Behind(int at) => at + 1 == _marks.Length ? 0 : at + 1;
    }
}
