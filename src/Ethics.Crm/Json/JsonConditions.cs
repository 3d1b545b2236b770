using System.Collections;
using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Ethics.Crm.Json;

/// <summary>Settings of the options that a serialiser no longer looks at once a property has a condition of its own, as each member that asks has.</summary>
internal static class JsonConditions
{
    /// <summary>What <c>DefaultIgnoreCondition</c> says of a property that says nothing itself; null when every value is written.</summary>
    public static Func<object, object?, bool>? OfOptions(JsonPropertyInfo property)
    {
        var type = property.PropertyType;
        var ignored = property.Options.DefaultIgnoreCondition;
        if (ignored == JsonIgnoreCondition.WhenWritingNull || (ignored == JsonIgnoreCondition.WhenWritingDefault && !type.IsValueType))
            return static (_, value) => value is not null;
        if (ignored != JsonIgnoreCondition.WhenWritingDefault)
            return null;
        var nothing = ValueDefaults.Of(type);
        return (_, value) => !Equals(value, nothing);
    }

    /// <summary>Whether <c>IgnoreReadOnlyProperties</c> or <c>IgnoreReadOnlyFields</c> leave it out, which concerns no collections.</summary>
    public static bool LeaveOut(JsonPropertyInfo property, MemberInfo member) =>
        property.Set is null && property.ShouldSerialize is null
        && (member is FieldInfo ? property.Options.IgnoreReadOnlyFields : property.Options.IgnoreReadOnlyProperties)
        && (property.PropertyType == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(property.PropertyType));
}
