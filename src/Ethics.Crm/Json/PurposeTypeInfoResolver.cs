using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Ethics.Crm.Json;

/// <summary>A resolver whose members ask before they are written.</summary>
internal sealed class PurposeTypeInfoResolver : IJsonTypeInfoResolver
{
    private static readonly ConditionalWeakTable<JsonTypeInfo, object> Asking = new();

    private readonly IJsonTypeInfoResolver _inner;

    /// <exception cref="InvalidOperationException">A part of it writes by finished code.</exception>
    public PurposeTypeInfoResolver(IJsonTypeInfoResolver inner)
    {
        SerializationOnlyContexts.Check(inner);
        _inner = inner;
    }

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        var info = _inner.GetTypeInfo(type, options);
        // A resolver inside this one may ask already.
        if (info is not null && !Asking.TryGetValue(info, out _))
        {
            JsonTypeGuard.Guard(info);
            Asking.GetValue(info, static _ => new object());
        }

        return info;
    }
}
