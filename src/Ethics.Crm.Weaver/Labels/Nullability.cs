using Mono.Cecil;

namespace Ethics.Crm.Weaver.Labels;

/// <summary>Whether null is a true value of a property; only then is null what a redacted read yields.</summary>
internal static class Nullability
{
    private const byte NotAnnotated = 1;

    public static bool NullIsLegal(PropertyDefinition property)
    {
        if (property.PropertyType.IsValueType)
            return property.PropertyType.GetElementType().FullName == "System.Nullable`1";
        // A value type may stand for it.
        return !property.PropertyType.IsGenericParameter && AnnotationOf(property) != NotAnnotated;
    }

    /// <summary>Null in code that knows nothing of annotations: there any reference may be null.</summary>
    private static byte? AnnotationOf(PropertyDefinition property)
    {
        if (First(property, "System.Runtime.CompilerServices.NullableAttribute") is { } own)
            return own;
        for (var type = property.DeclaringType; type is not null; type = type.DeclaringType)
        {
            if (First(type, "System.Runtime.CompilerServices.NullableContextAttribute") is { } context)
                return context;
        }

        return First(property.Module, "System.Runtime.CompilerServices.NullableContextAttribute");
    }

    private static byte? First(ICustomAttributeProvider member, string attribute) =>
        TypeFacts.Find(member, attribute) is not { ConstructorArguments: [var argument] } ? null
        : argument.Value is byte single ? single
        : argument.Value is CustomAttributeArgument[] { Length: > 0 } several ? several[0].Value as byte?
        : null;
}
