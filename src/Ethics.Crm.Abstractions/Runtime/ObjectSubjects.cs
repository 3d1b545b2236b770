using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Ethics.Crm.Runtime;

/// <summary>Whom an object is about, by all that its own class says, read by reflection: for whoever has no generated code of that class.</summary>
internal static class ObjectSubjects
{
    private const string Trimmed = "Where the trimmer removed a name or an id, fewer people are known, as of any object whose class nobody names.";

    // An id may be told by a member that asks a gate, which asks for the id.
    private const int Deepest = 16;

    private static readonly ConditionalWeakTable<Type, NamedIds> Known = new();

    // Of whom is being asked on this thread.
    [ThreadStatic]
    private static object?[]? s_asked;

    [ThreadStatic]
    private static int s_depth;

    /// <summary>As generated code names them: all of the people, with somebody unknown (a key without id) beside them when one of them is not known, and nobody when none is.</summary>
    public static IReadOnlyList<SubjectKey> Of(object owner)
    {
        var asked = s_asked ??= new object?[Deepest];
        // To ask the same object again would come to the same, sixteen times over and for each of its ids.
        if (s_depth >= Deepest || IsAskedAlready(asked, owner))
            return SubjectKeys.None;
        asked[s_depth++] = owner;
        try
        {
            return Read(owner, NamedIds.Of(owner.GetType()));
        }
        finally
        {
            asked[--s_depth] = null;
        }
    }

    private static bool IsAskedAlready(object?[] asked, object owner)
    {
        for (var i = 0; i < s_depth; i++)
        {
            if (ReferenceEquals(asked[i], owner))
                return true;
        }

        return false;
    }

    /// <summary>The person of a key by the names that objects of another type have for it.</summary>
    /// <param name="named">By those of the class that has the key.</param>
    /// <param name="type">One with the same id, and no other.</param>
    public static IReadOnlyList<SubjectKey> Rename(IReadOnlyList<SubjectKey> named, Type type) =>
        named.Count == 0 ? SubjectKeys.None : [.. NamedIds.Of(type).All.Select(one => named[0] with { SubjectType = one.Name })];

    /// <summary>Whether one member alone tells whom objects are about.</summary>
    public static bool HasOneId(Type type) => SubjectMembers.Of(type).Ids.Count == 1;

    /// <summary>Whether another object of the type can be made from one, as records can, with all fields of ours taken over.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A constructor that is gone has nobody who calls it.")]
    public static bool IsCopied(Type type) => type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, null, [type], null) is not null;

    /// <summary>Whether objects of both types are about the same people under the same names.</summary>
    public static bool AreNamedAlike(Type one, Type other) => HaveTheSameIds(one, other) && NamedIds.Of(one).All.Select(Naming).SequenceEqual(NamedIds.Of(other).All.Select(Naming));

    /// <summary>Whether the same members of both types tell whom an object is about.</summary>
    public static bool HaveTheSameIds(Type one, Type other)
    {
        var (members, others) = (SubjectMembers.Of(one), SubjectMembers.Of(other));
        return members.Ids.Select(Place).SequenceEqual(others.Ids.Select(Place)) && Equals(members.TenantMember is { } tenant ? Place(tenant) : null, others.TenantMember is { } same ? Place(same) : null);
    }

    private static (string Member, Type Declaring, string Name) Naming((SubjectMembers.IdMember Id, string Name) named) => (named.Id.Name, named.Id.DeclaringType, named.Name);

    private static (string Member, Type Declaring) Place(SubjectMembers.IdMember id) => (id.Name, id.DeclaringType);

    private static IReadOnlyList<SubjectKey> Read(object owner, NamedIds ids)
    {
        if (ids.All.Length == 0 || SubjectId.Of(ids.Tenant?.Invoke(owner)) is not { HasNoText: false } tenant)
            return SubjectKeys.None;
        // Nearly everything is about one person under one name.
        if (ids is { All: [var (id, name)], AreAll: true })
            return SubjectId.Of(id.Read(owner)).Text is { } only ? [new SubjectKey(tenant.Text, name, only)] : SubjectKeys.None;
        var people = new List<SubjectKey>(ids.All.Length);
        SubjectMembers.IdMember? read = null;
        string? text = null;
        var areAll = ids.AreAll;
        foreach (var (one, nameOfOne) in ids.All)
        {
            if (!ReferenceEquals(one, read))
                (read, text) = (one, SubjectId.Of(one.Read(owner)).Text);
            if (text is null)
                areAll = false;
            else
                people.Add(new SubjectKey(tenant.Text, nameOfOne, text));
        }

        return SubjectKeys.AllOf(people, areAll);
    }

    private sealed class NamedIds(Type type, bool areAll)
    {
        public (SubjectMembers.IdMember Id, string Name)[] All { get; } = [.. SubjectMembers.Of(type).Ids.SelectMany(id => NamesOf(id, type).Select(name => (id, name)))];

        public Func<object, object?>? Tenant { get; } = SubjectMembers.Of(type).TenantMember?.Read;

        /// <summary>Whether objects can be about nobody else.</summary>
        public bool AreAll => areAll;

        public static NamedIds Of(Type type) => Known.GetValue(type, Read);

        /// <summary>Of a class that reflection cannot read, those whom its base knows.</summary>
        private static NamedIds Read(Type type)
        {
            for (var current = type; ; current = current.BaseType)
            {
                try
                {
                    return new NamedIds(current, areAll: current == type);
                }
                catch (Exception e) when (e is not OutOfMemoryException && current.BaseType is not null)
                {
                    // A type that is not there, say: the object may be about somebody of whom nothing is known.
                }
            }
        }

        [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = Trimmed)]
        private static IReadOnlyList<string> NamesOf(SubjectMembers.IdMember id, Type type) => SubjectTypes.NamesOf(id.Subject ?? type, id.Subject ?? id.DeclaringType);
    }
}
