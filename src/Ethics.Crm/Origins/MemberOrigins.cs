using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Ethics.Crm.Decisions;
using Ethics.Crm.Members;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Origins;

/// <summary>What the attributes of a member say of its age and source, for members that no generated code guards and for whoever asks by name.</summary>
internal static class MemberOrigins
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private const string Trimmed = "What the trimmer removed tells no time, and what tells none is too old.";

    /// <param name="declarations">All that govern the member.</param>
    public static MemberOrigin Of(IReadOnlyList<MemberInfo> declarations)
    {
        var tellsAge = declarations.SelectMany(Places).Any(static d => d.IsDefined(typeof(CollectedAtAttribute), inherit: false));
        string[] sources = [.. declarations.SelectMany(Places).SelectMany(static d => d.GetCustomAttributes<CollectedFromAttribute>(inherit: false)).Select(static a => a.Source).Distinct()];
        return tellsAge || sources.Length > 0 ? new MemberOrigin(tellsAge, sources) : MemberOrigin.Unsaid;
    }

    /// <summary>Where labels stand too: the member and its backing field.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Trimmed)]
    private static IEnumerable<MemberInfo> Places(MemberInfo member)
    {
        yield return member;
        if (member is PropertyInfo && member.DeclaringType!.GetField($"<{member.Name}>k__BackingField", Any) is { } field)
            yield return field;
    }

    public static MemberOrigin Join(IEnumerable<MemberOrigin> origins)
    {
        var all = origins.ToList();
        return all.TrueForAll(static one => ReferenceEquals(one, MemberOrigin.Unsaid)) ? MemberOrigin.Unsaid : new(all.Exists(static one => one.TellsAge), [.. all.SelectMany(static one => one.Sources).Distinct()]);
    }

    /// <summary>Reads, past its own gate, the member that tells when a value of an object was obtained; null where none does.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Trimmed)]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Trimmed)]
    public static Func<object, object?>? TimeOf(Type type, IReadOnlyList<MemberInfo> declarations)
    {
        if (declarations.SelectMany(Places).Select(static d => (d.DeclaringType, d.GetCustomAttribute<CollectedAtAttribute>(inherit: false)?.Member)).FirstOrDefault(static one => one.Member is not null) is not ({ } declaring, { Length: > 0 } name))
            return null;
        // As the build finds it: from the class that says so, and of its bases what that class may name.
        var first = declaring.IsInterface ? type : declaring;
        for (var current = first; current is not null; current = current.BaseType)
        {
            switch (current.GetMember(name, MemberTypes.Property | MemberTypes.Field, Any))
            {
                case [FieldInfo { IsPrivate: true }] or [PropertyInfo { GetMethod.IsPrivate: true }] when current != first:
                    return null;
                case [FieldInfo field]:
                    return field.GetValue;
                case [PropertyInfo { GetMethod: not null } property]:
                    var stored = PropertyGuards.Stored(property);
                    return owner => Read(stored, property, owner);
            }
        }

        return null;
    }

    /// <summary>A getter that throws has told no time.</summary>
    private static object? Read(StoredMember stored, PropertyInfo property, object owner)
    {
        try
        {
            return StoredRead.Get(stored, property.GetValue, owner);
        }
        catch (TargetInvocationException thrown) when (thrown.InnerException is not OutOfMemoryException)
        {
            return null;
        }
    }
}
