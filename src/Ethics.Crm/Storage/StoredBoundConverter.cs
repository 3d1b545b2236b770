using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ethics.Crm.Storage;

/// <summary>Bound values with their labels and people.</summary>
internal sealed class StoredBoundConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Bound<>);

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Only the argument's own resolver is asked.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Bound<T> of the same T is there; its converter holds a T as that does.")]
    [UnconditionalSuppressMessage("AOT", "IL2055", Justification = "No requirement on T.")]
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(StoredBound<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;
}

internal sealed class StoredBound<T> : JsonConverter<Bound<T>>
{
    public override Bound<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var stored = JsonDocument.ParseValue(ref reader);
        var root = stored.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("bound", out var source) || !root.TryGetProperty("nullable", out var nullable)
            || !root.TryGetProperty("labels", out var labels) || !root.TryGetProperty("subjects", out var subjects) || !root.TryGetProperty("value", out var value))
        {
            throw new JsonException("This is no bound value, or one of a later version.");
        }

        try
        {
            return Make(root, source, nullable, labels, subjects, (T)JsonSerializer.Deserialize(value, options.GetTypeInfo(typeof(T)))!);
        }
        catch (Exception e) when (e is KeyNotFoundException or (InvalidOperationException and not StoredLabelException))
        {
            throw new JsonException("This is no bound value: its labels or people have another form.");
        }
    }

    private static Bound<T> Make(JsonElement bound, JsonElement source, JsonElement nullable, JsonElement labels, JsonElement subjects, T value)
    {
        var people = subjects.EnumerateArray().Select(static one => Text(one, "id") is { Length: > 0 } id ? new SubjectKey(Text(one, "tenant"), Text(one, "type") ?? "", id) : default).ToArray();
        TypesUnderWay.NoteBound();
        return new Bound<T>(value, StoredMembers.Of(source.GetString() ?? "", nullable.GetBoolean(), labels, bound), people);
    }

    public override void Write(Utf8JsonWriter writer, Bound<T> value, JsonSerializerOptions options)
    {
        TypesUnderWay.NoteBound();
        writer.WriteStartObject();
        writer.WriteString("bound", value.Source);
        StoredMembers.Write(writer, value.Member);
        writer.WriteStartArray("subjects");
        foreach (var subject in value.GetSubjects())
        {
            writer.WriteStartObject();
            if (subject.Tenant is not null)
                writer.WriteString("tenant", subject.Tenant);
            writer.WriteString("type", subject.SubjectType);
            writer.WriteString("id", subject.Id);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WritePropertyName("value");
        JsonSerializer.Serialize(writer, value.Stored, options.GetTypeInfo(typeof(T)));
        writer.WriteEndObject();
    }

    private static string? Text(JsonElement subject, string name) => subject.TryGetProperty(name, out var text) ? text.GetString() : null;
}
