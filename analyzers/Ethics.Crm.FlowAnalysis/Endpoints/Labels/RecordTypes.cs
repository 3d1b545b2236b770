using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Labels;

/// <summary>Which types are records, those of referenced assemblies among them.</summary>
internal static class RecordTypes
{
    /// <summary>
    /// A record struct leaves no mark in its assembly, and the compiler's symbol denies that it is one. But only the compiler writes equality operators and marks them as its own,
    /// and it does so for records alone.
    /// </summary>
    public static bool IsRecord(INamedTypeSymbol type)
        => type.IsRecord || (type is { TypeKind: TypeKind.Struct, DeclaringSyntaxReferences.IsEmpty: true } && HasWrittenEquality(type));

    private static bool HasWrittenEquality(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers(WellKnownMemberNames.EqualityOperatorName))
        {
            foreach (var attribute in member.GetAttributes())
            {
                if (attribute.AttributeClass is { Name: "CompilerGeneratedAttribute" })
                {
                    return true;
                }
            }
        }

        return false;
    }
}
