using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Json;

/// <summary>Source-generated contexts that hold finished code and no metadata: it writes every member, whatever a modifier says, and nothing tells.</summary>
internal static class SerializationOnlyContexts
{
    private const string Mode = "GenerationMode";

    /// <exception cref="InvalidOperationException">One is among the resolvers.</exception>
    public static void Check(IJsonTypeInfoResolver resolver)
    {
        if (resolver is JsonSerializerContext context)
        {
            if (OnlyWritten(context.GetType()) is { } type)
                throw Refused(context.GetType(), type);
        }
        else if (resolver is IEnumerable<IJsonTypeInfoResolver> several)
        {
            foreach (var one in several)
                Check(one);
        }
    }

    /// <summary>For resolvers that hide a context: a type that has members, and metadata of none.</summary>
    /// <exception cref="InvalidOperationException">The type is written by finished code.</exception>
    public static void Check(JsonTypeInfo type)
    {
        if (type.OriginatingResolver is JsonSerializerContext context && type.Properties.Count == 0
            && (OnlyWritten(context.GetType()) is not null || HasMembers(type.Type)))
        {
            throw Refused(context.GetType(), SubjectTypes.FullName(type.Type));
        }

        [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Finished code that writes a member keeps it.")]
        static bool HasMembers(Type type) =>
            type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Any(static p => p.GetIndexParameters().Length == 0 && p.GetCustomAttribute<JsonIgnoreAttribute>() is null);
    }

    /// <returns>What of the context is finished code, in words; null when nothing is.</returns>
    private static string? OnlyWritten(Type context)
    {
        var whole = IsOnlyWritten(context.GetCustomAttributesData().FirstOrDefault(static a => a.AttributeType == typeof(JsonSourceGenerationOptionsAttribute)));
        foreach (var attribute in context.GetCustomAttributesData().Where(static a => a.AttributeType == typeof(JsonSerializableAttribute)))
        {
            if (IsOnlyWritten(attribute) ?? whole ?? false)
                return attribute.ConstructorArguments[0].Value is Type type ? SubjectTypes.FullName(type) : "a type";
        }

        return null;
    }

    /// <returns>Null where the attribute says nothing of it.</returns>
    private static bool? IsOnlyWritten(CustomAttributeData? attribute) =>
        attribute?.NamedArguments.Where(static a => a.MemberName == Mode).Select(static a => Convert.ToInt32(a.TypedValue.Value, System.Globalization.CultureInfo.InvariantCulture)).Cast<int?>().FirstOrDefault() is { } mode and not 0
            ? ((JsonSourceGenerationMode)mode & JsonSourceGenerationMode.Metadata) == 0
            : null;

    private static InvalidOperationException Refused(Type context, string type) => new(
        $"'{SubjectTypes.FullName(context)}' writes '{type}' by finished code (JsonSourceGenerationMode.Serialization), which asks nobody and would write every member. Let it generate metadata: leave GenerationMode out, or name JsonSourceGenerationMode.Metadata.");
}
