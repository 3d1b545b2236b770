using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Ethics.Crm.Json;

/// <summary>The value of a type that says nothing.</summary>
internal static class ValueDefaults
{
    /// <returns>Null for whatever may be null.</returns>
    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "The default of a value type runs no constructor.")]
    public static object? Of(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null ? null
#if NETSTANDARD2_0
        : System.Runtime.Serialization.FormatterServices.GetUninitializedObject(type);
#else
        : RuntimeHelpers.GetUninitializedObject(type);
#endif
}
