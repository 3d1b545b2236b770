using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Ethics.Crm.Runtime;

/// <summary>Whom an object is about, by all that its own class says, read by reflection: for whoever has no generated code of that class.</summary>
internal static class ObjectSubjects
{
    private const string Trimmed = "Where the trimmer removed a name or an id, fewer people are known, as of any object whose class nobody names.";

    // An id may be told by a member that asks a gate, which asks for the id.
    private const int Deepest = 16;

    private static readonly ConditionalWeakTable<Type, NamedIds> Known = new();

    [ThreadStatic]
    private static int s_depth;

    /// <summary>As generated code names them: all of the people, and nobody when one of them is not known.</summary>
    public static IReadOnlyList<SubjectKey> Of(object owner)
    {
        if (s_depth >= Deepest)
            return SubjectKeys.None;
        s_depth++;
        try
        {
            return Read(owner, NamedIds.Of(owner.GetType()));
        }
        finally
        {
            s_depth--;
        }
    }

    /// <summary>Whether objects of both types are about the same people under the same names.</summary>
    public static bool AreNamedAlike(Type one, Type other) => NamedIds.Of(one).All.Select(Naming).SequenceEqual(NamedIds.Of(other).All.Select(Naming)) && HaveTheSameIds(one, other);

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
        if (ids.All is [var (id, name)])
            return SubjectId.Of(id.Read(owner)).Text is { } only ? [new SubjectKey(tenant.Text, name, only)] : SubjectKeys.None;
        var people = new List<SubjectKey>(ids.All.Length);
        foreach (var (one, nameOfOne) in ids.All)
        {
            if (SubjectId.Of(one.Read(owner)).Text is not { } text)
                return SubjectKeys.None;
            people.Add(new SubjectKey(tenant.Text, nameOfOne, text));
        }

        return people;
    }

    private sealed class NamedIds(Type type)
    {
        public (SubjectMembers.IdMember Id, string Name)[] All { get; } = [.. SubjectMembers.Of(type).Ids.SelectMany(id => NamesOf(id, type).Select(name => (id, name)))];

        public Func<object, object?>? Tenant { get; } = SubjectMembers.Of(type).TenantMember?.Read;

        public static NamedIds Of(Type type) => Known.GetValue(type, static type => new NamedIds(type));

        [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = Trimmed)]
        private static IReadOnlyList<string> NamesOf(SubjectMembers.IdMember id, Type type) => SubjectTypes.NamesOf(id.Subject ?? type, id.Subject ?? id.DeclaringType);
    }
}
