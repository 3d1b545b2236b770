using Ethics.Crm.Runtime;

namespace Ethics.Crm.Consent;

/// <summary>Slots that nobody finds to share them, and that follow what their people decide all the same: those of several people, and those whose key only looks different. Not thread-safe: the host's lock is held.</summary>
/// <remarks>In parts, each swept by itself, as <see cref="SlotTable"/>.</remarks>
internal sealed class FollowingSlots
{
    // A power of two.
    private const int Parts = 256;
    private const int FirstSweep = 64;

    private readonly Part?[] _parts = new Part?[Parts];

    public IEnumerable<ConsentSlot> Living => _parts.SelectMany(static part => part?.Slots.Values ?? Enumerable.Empty<WeakList<ConsentSlot>>()).SelectMany(static slots => slots);

    /// <summary>For tests: how many people are known, those included of whom nothing is left.</summary>
    public int Count => _parts.Sum(static part => part?.Slots.Count ?? 0);

    public IEnumerable<ConsentSlot> Of(SubjectKey person) => _parts[PartOf(person)]?.Slots.TryGetValue(person, out var slots) == true ? slots : [];

    public void Add(SubjectKey person, ConsentSlot slot)
    {
        var part = _parts[PartOf(person)] ??= new Part();
        if (!part.Slots.TryGetValue(person, out var slots))
        {
            if (part.Slots.Count >= part.SweepAt)
            {
                part.Slots = part.Slots.Where(static known => known.Value.Any()).ToDictionary(static known => known.Key, static known => known.Value);
                part.SweepAt = Math.Max(FirstSweep, part.Slots.Count * 2);
            }

            part.Slots[person] = slots = new();
        }

        slots.Add(slot);
    }

    public void Clear() => Array.Clear(_parts, 0, Parts);

    private static int PartOf(SubjectKey person)
    {
        var hash = person.Id.GetHashCode();
        return (hash ^ (hash >> 16)) & (Parts - 1);
    }

    private sealed class Part
    {
        public Dictionary<SubjectKey, WeakList<ConsentSlot>> Slots { get; set; } = [];

        public int SweepAt { get; set; } = FirstSweep;
    }
}
