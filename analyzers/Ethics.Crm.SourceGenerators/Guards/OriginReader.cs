using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.SourceGenerators.Pipeline;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.SourceGenerators.Guards;

/// <summary>What the code says of the age and the source of a property: on it, on what it overrides, on what it implements.</summary>
internal static class OriginReader
{
    public static OriginShape? Read(IPropertySymbol property, Compilation compilation, CancellationToken cancellationToken)
    {
        var attributes = DeclarationsOf.Member(property).SelectMany(static declaration => declaration.GetAttributes()).ToList();
        var sources = attributes.Select(static attribute => Argument(attribute, AttributeNames.CollectedFrom)).Where(static source => source is not null).Select(static source => source!).Distinct().ToEquatableArray();
        var time = attributes.Select(static attribute => Argument(attribute, AttributeNames.CollectedAt)).FirstOrDefault(static name => name is not null);
        return time is null && sources.Count == 0 ? null : new(time is not null, time is null ? null : TimeOf(property.ContainingType, time, compilation, cancellationToken), sources);
    }

    private static string? Argument(AttributeData attribute, string name) =>
        attribute.AttributeClass?.ToDisplayString() == name ? attribute.ConstructorArguments is [{ Value: string text }] ? text : "" : null;

    private static SubjectMember? TimeOf(INamedTypeSymbol type, string name, Compilation compilation, CancellationToken cancellationToken)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            var member = current.GetMembers(name).FirstOrDefault(static one => one is IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false, GetMethod: not null, Parameters.Length: 0 });
            if (member is not null)
                return HoldsTime(member) && compilation.IsSymbolAccessibleWithin(member, type) ? SubjectReader.Describe(member, type, compilation, cancellationToken) : null;
        }

        return null;
    }

    private static bool HoldsTime(ISymbol member)
    {
        var type = member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] })
            type = inner;
        return type.SpecialType == SpecialType.System_DateTime || type.ToDisplayString() is "System.DateTimeOffset" or "System.DateOnly";
    }
}
