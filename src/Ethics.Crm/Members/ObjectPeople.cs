using System.Runtime.CompilerServices;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Members;

/// <summary>Whom an object is about, for members that no generated code guards. What its id says is read once while it is looked at, not once for each of its members.</summary>
internal sealed class ObjectPeople
{
    private static readonly SubjectBinder<SubjectKey> One = new(static key => key.Id is null ? SubjectKeys.None : [key]);
    private static readonly SubjectBinder<SubjectKey[]> Several = new(static keys => keys);
    private static readonly ConditionalWeakTable<object, Slots> Known = new();

    [ThreadStatic]
    private static ObjectPeople? current;

    private object? _owner;
    private SubjectKey _key;
    private SubjectKey[]? _keys;
    private Slots _slots = new();

    /// <summary>Whoever looks at an object from now on looks anew: its id may have changed.</summary>
    public static void Forget()
    {
        if (current is { _owner: not null } known)
            known._owner = null;
    }

    /// <summary>Asks policy and person about one member of the object.</summary>
    /// <param name="shown">The value, or what stands for it where it is redacted.</param>
    /// <param name="collectedAt">Reads when the value was obtained; null where the object does not say.</param>
    /// <returns>False when it may not be shown.</returns>
    public static bool TryShow<T>(object owner, GuardedMember member, T value, out T shown, out GateVerdict verdict, out IReadOnlyList<string> purposes, Func<object, object?>? collectedAt = null)
    {
        var people = current ??= new ObjectPeople();
        if (!ReferenceEquals(people._owner, owner))
            people.Look(owner);
        if (people._keys is { } several)
            return ReadGate.TryDecide(member, Several, ref people._slots.Several, several, value, out shown, out verdict, out purposes, collectedAt?.Invoke(owner));
        if (!ReadGate.Permits(member.Mask, ref people._slots.One, people._key))
            return ReadGate.TryDecide(member, One, ref people._slots.One, people._key, value, out shown, out verdict, out purposes, collectedAt?.Invoke(owner));
        shown = value;
        verdict = GateVerdict.Allowed;
        purposes = [];
        return true;
    }

    private void Look(object owner)
    {
        var people = ObjectSubjects.Of(owner);
        _key = people.Count == 1 ? people[0] : default;
        _keys = people.Count > 1 ? [.. people] : null;
        // A boxed value is another object each time.
        _slots = owner is ValueType ? new Slots() : Known.GetOrCreateValue(owner);
        _owner = owner;
    }

    private sealed class Slots
    {
        public SubjectSlot<SubjectKey> One;
        public SubjectSlot<SubjectKey[]> Several;
    }
}
