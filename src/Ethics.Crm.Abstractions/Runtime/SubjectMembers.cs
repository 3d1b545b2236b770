using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Ethics.Crm.Runtime;

/// <summary>The members of a type that say whom an object is about, own and inherited, those of interfaces included; read once by reflection. Generated code needs none of it.</summary>
internal sealed class SubjectMembers
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private const string Trimmed = "The generic callers keep the members of the static type. Where the trimmer removed one, no id is found and an exception says so; another person's is never taken.";

    private static readonly ConditionalWeakTable<Type, SubjectMembers> Known = new();

    private SubjectMembers(Type type)
    {
        Ids = Marked<DataSubjectIdAttribute>(type).Select(found => new IdMember(found.Member.Name, DeclarerOf(found.Member), found.Attribute.Subject, Getter(found.Member))).ToList();
        TenantMember = Marked<DataSubjectTenantAttribute>(type).Select(found => new IdMember(found.Member.Name, DeclarerOf(found.Member), null, Getter(found.Member))).FirstOrDefault();
    }

    public IReadOnlyList<IdMember> Ids { get; }

    public IdMember? TenantMember { get; }

    public static SubjectMembers Of(Type type) => Known.GetValue(type, static type => new SubjectMembers(type));

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Trimmed)]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Trimmed)]
    private static IEnumerable<(MemberInfo Member, TAttribute Attribute)> Marked<TAttribute>(Type type)
        where TAttribute : Attribute
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var contracts = InterfaceMembers.Marked<TAttribute>(type);
        for (var current = type; current is not null && current != typeof(object); current = current.BaseType)
        {
            // In a positional record the attribute stands on the constructor's parameter, not on the property.
            var parameters = current.GetConstructors(Declared).SelectMany(static c => c.GetParameters()).Where(static p => p.IsDefined(typeof(TAttribute))).ToList();
            foreach (var member in current.GetMembers(Declared).Where(static m => m is PropertyInfo { GetMethod: not null } or FieldInfo))
            {
                var contract = contracts.Find(one => one.IsImplementedBy(member));
                var attribute = member.GetCustomAttribute<TAttribute>(inherit: true)
                    ?? parameters.Find(p => p.Name == member.Name)?.GetCustomAttribute<TAttribute>()
                    ?? contract?.Attribute;
                contracts.RemoveAll(one => one.IsImplementedBy(member));
                // An override is the same member as what it overrides.
                if (attribute is not null && names.Add(member.Name))
                    yield return (member, attribute);
            }
        }

        // Explicit implementations of another language, and bodies that the interface itself has.
        foreach (var contract in contracts)
            yield return (contract.Property, contract.Attribute);
    }

    /// <summary>A proxy that overrides the id does not declare it.</summary>
    private static Type DeclarerOf(MemberInfo member) =>
        (member is PropertyInfo { GetMethod: { } getter } ? getter.GetBaseDefinition() : member).DeclaringType!;

    /// <summary>An id that is itself guarded is read past its gate, as generated code reads it: naming a person is no use of the data.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Trimmed)]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Trimmed)]
    private static Func<object, object?> Getter(MemberInfo member)
    {
        if (member is FieldInfo field)
            return field.GetValue;
        // From where it stands down to what it overrides: the reader of a member that this one hides is of another person.
        var first = DeclarerOf(member);
        for (var current = member.DeclaringType; current is not null; current = current == first ? null : current.BaseType)
        {
            if (current.GetMethod("__EthicsRaw" + member.Name, Declared, null, Type.EmptyTypes, null) is { } raw)
                return subject => AsIfCalled(() => raw.Invoke(subject, null));
        }

        return subject => AsIfCalled(() => ((PropertyInfo)member).GetValue(subject));
    }

    /// <summary>What an id throws is what whoever asks for it meets: generated code asks without reflection.</summary>
    private static object? AsIfCalled(Func<object?> read)
    {
        try
        {
            return read();
        }
        catch (TargetInvocationException e) when (e.InnerException is { } own)
        {
            ExceptionDispatchInfo.Capture(own).Throw();
            throw;
        }
    }

    /// <param name="Name">Of the member.</param>
    /// <param name="DeclaringType">Where it stands.</param>
    /// <param name="Subject">The type whose person it names; null for the type of the object.</param>
    /// <param name="Read">Its value in an object.</param>
    internal sealed record IdMember(string Name, Type DeclaringType, Type? Subject, Func<object, object?> Read);
}
