using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Ethics.Crm.Tests.Json;

/// <summary>Both ways in which a serialiser learns of a type.</summary>
public enum Metadata
{
    Reflected,
    Generated,
}

internal static class Serialising
{
    public static JsonSerializerOptions Options(Metadata metadata, Action<JsonSerializerOptions>? configure = null)
    {
        var options = new JsonSerializerOptions { IncludeFields = true };
        options.TypeInfoResolver = metadata == Metadata.Generated ? MetadataContext.Default : new DefaultJsonTypeInfoResolver();
        configure?.Invoke(options);
        return options.UsePurposes();
    }

    public static string For<T>(string purpose, T value, JsonSerializerOptions options)
    {
        using (PurposeScope.Enter(purpose))
            return JsonSerializer.Serialize(value, options);
    }
}
