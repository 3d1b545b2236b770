using System.Runtime.CompilerServices;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Members;

/// <summary>Whom an object is about, for members that no generated code guards. What its id says is read once while it is looked at, not once for each of its members.</summary>
internal sealed class ObjectPeople
{
    private static readonly SubjectBinder<SubjectKey> One = new(static key => key.Id is null ? SubjectKeys.None : [key]);
    private static readonly SubjectBinder<SubjectKey[]> Several = new(static keys => keys);
    private static readonly ConditionalWeakTable<object, Slots> Known = new();
    private static readonly ConditionalWeakTable<Type, NamedIds> Ids = new();

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
        var people = Of(owner);
        _key = people.Count == 1 ? people[0] : default;
        _keys = people.Count > 1 ? [.. people] : null;
        // A boxed value is another object each time.
        _slots = owner is ValueType ? new Slots() : Known.GetOrCreateValue(owner);
        _owner = owner;
    }

    /// <summary>As generated code names them: all of the people, and nobody when one of them is not known.</summary>
    public static IReadOnlyList<SubjectKey> Of(object owner)
    {
        var ids = Ids.GetValue(owner.GetType(), static type => new NamedIds(type));
        if (ids.All.Length == 0 || SubjectId.Of(ids.Tenant?.Invoke(owner)) is not { HasNoText: false } tenant)
            return SubjectKeys.None;
        // Nearly everything is about one person under one name.
        if (ids.All is [var (read, name)])
            return SubjectId.Of(read(owner)).Text is { } only ? [new SubjectKey(tenant.Text, name, only)] : SubjectKeys.None;
        var people = new List<SubjectKey>(ids.All.Length);
        foreach (var (readOne, nameOfOne) in ids.All)
        {
            if (SubjectId.Of(readOne(owner)).Text is not { } id)
                return SubjectKeys.None;
            people.Add(new SubjectKey(tenant.Text, nameOfOne, id));
        }

        return people;
    }

    private sealed class NamedIds(Type type)
    {
        public (Func<object, object?> Read, string Name)[] All { get; } =
            [.. SubjectMembers.Of(type).Ids.SelectMany(id => SubjectTypes.NamesOf(id.Subject ?? type, id.Subject ?? id.DeclaringType).Select(name => (id.Read, name)))];

        public Func<object, object?>? Tenant { get; } = SubjectMembers.Of(type).Tenant;
    }

    private sealed class Slots
    {
        public SubjectSlot<SubjectKey> One;
        public SubjectSlot<SubjectKey[]> Several;
    }
}
