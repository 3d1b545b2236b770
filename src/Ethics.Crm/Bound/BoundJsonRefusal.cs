using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ethics.Crm.Binding;

/// <summary>What ordinary JSON does with a bound value: nothing. Half of one (its label, or its value) would be worse than none.</summary>
internal sealed class BoundJsonRefusal : JsonConverter<object>
{
    private const string Reason = "A bound value is not written to or read from ordinary JSON, where it would lose its labels. Open it for a purpose (OpenAsync) and write the value, or store it with StorageSerializer.";

    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Bound<>);

    public override object Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException(Reason);

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) => throw new NotSupportedException(Reason);
}
