using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Ethics.Crm.Runtime;

/// <summary>What the attributes of a type say of its person; read once.</summary>
internal static class SubjectTypes
{
    public const DynamicallyAccessedMemberTypes Members =
        DynamicallyAccessedMemberTypes.PublicProperties | DynamicallyAccessedMemberTypes.NonPublicProperties
        | DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.NonPublicFields;

    private const BindingFlags Everything = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private static readonly ConcurrentDictionary<Type, Description> Known = new();

    internal sealed record Description(string Name, Func<object, object?>? Id, Func<object, object?>? Tenant);

    /// <summary>The subject type's name: given by the attribute, else the full name of the base-most type that has it (so a proxy is called like what it stands for).</summary>
    public static string NameOf(Type type)
    {
        var named = type;
        string? name = null;
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetCustomAttribute<DataSubjectAttribute>(inherit: false) is not { } attribute)
                continue;
            named = current;
            name = attribute.SubjectType;
        }

        return name ?? (named.FullName ?? named.Name).Replace('+', '.');
    }

    public static Description Describe([DynamicallyAccessedMembers(Members)] Type type)
    {
        if (Known.TryGetValue(type, out var known))
            return known;
        var description = new Description(NameOf(type), Getter(type, IsOwnId), Getter(type, m => m.IsDefined(typeof(DataSubjectTenantAttribute), inherit: true)));
        Known.TryAdd(type, description);
        return description;
    }

    private static bool IsOwnId(MemberInfo member) => member.GetCustomAttribute<DataSubjectIdAttribute>(inherit: true) is { Subject: null };

    private static Func<object, object?>? Getter([DynamicallyAccessedMembers(Members)] Type type, Func<MemberInfo, bool> applies)
    {
        foreach (var property in type.GetProperties(Everything))
        {
            if (applies(property) && property.GetMethod is not null)
                return property.GetValue;
        }

        foreach (var field in type.GetFields(Everything))
        {
            if (applies(field))
                return field.GetValue;
        }

        return null;
    }
}
