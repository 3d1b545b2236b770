using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Ethics.Crm.Json;

/// <summary>The member that a serialiser's property stands for.</summary>
internal static class JsonMembers
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <returns>Null for a property that stands for none: another modifier has made it.</returns>
    public static MemberInfo? Of(JsonTypeInfo type, JsonPropertyInfo property) =>
        property.AttributeProvider as MemberInfo is { } member and (PropertyInfo or FieldInfo) ? member : ByName(type, property);

    // Metadata of a source-generated context of .NET 8 and older does not name its member.
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A member that the trimmer removed is not written either.")]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A member that the trimmer removed is not written either.")]
    private static MemberInfo? ByName(JsonTypeInfo type, JsonPropertyInfo property)
    {
        if (property.AttributeProvider is not null || type.OriginatingResolver is not JsonSerializerContext)
            return null;
        for (var current = type.Type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(Declared))
            {
                if (member is PropertyInfo or FieldInfo && NameOf(member, type) == property.Name)
                    return member;
            }
        }

        return null;
    }

    private static string NameOf(MemberInfo member, JsonTypeInfo type) =>
        member.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? type.Options.PropertyNamingPolicy?.ConvertName(member.Name) ?? member.Name;
}
