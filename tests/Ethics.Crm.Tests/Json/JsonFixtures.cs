using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Xunit.Sdk;

namespace Ethics.Crm.Tests.Json;

/// <summary>Each test with reflection and with generated metadata.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CombinatorialMetadataAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Metadata.Reflected], [Metadata.Generated]];
}

/// <summary>Goes on on another thread after each write.</summary>
internal sealed class YieldingStream : MemoryStream
{
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        Write(buffer.Span);
    }
}

internal static class ResolverExtensions
{
    public static IJsonTypeInfoResolver WithAddedModifierFor<T>(this IJsonTypeInfoResolver resolver, Action<JsonTypeInfo> modify) =>
        resolver.WithAddedModifier(type =>
        {
            if (type.Type == typeof(T))
                modify(type);
        });
}
