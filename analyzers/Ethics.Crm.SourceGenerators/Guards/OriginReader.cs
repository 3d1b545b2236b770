using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.SourceGenerators.Pipeline;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.SourceGenerators.Guards;

/// <summary>What the code says of the age and the source of a property: on it, on what it overrides, on what it implements.</summary>
internal static class OriginReader
{
    public static OriginShape? Read(IPropertySymbol property, Compilation compilation, CancellationToken cancellationToken)
    {
        var attributes = DeclarationsOf.Member(property).SelectMany(Places).SelectMany(static place => place.GetAttributes()).ToList();
        var sources = attributes.Select(static attribute => Argument(attribute, AttributeNames.CollectedFrom)).Where(static source => source is not null).Select(static source => source!).Distinct().ToEquatableArray();
        var time = attributes.Select(static attribute => Argument(attribute, AttributeNames.CollectedAt)).FirstOrDefault(static name => name is not null);
        return time is null && sources.Count == 0 ? null : new(time is not null, time is null ? null : TimeOf(property.ContainingType, time, compilation, cancellationToken), sources);
    }

    // Where labels stand too.
    private static IEnumerable<ISymbol> Places(ISymbol declaration) => declaration.ContainingType.GetMembers("<" + declaration.Name + ">k__BackingField").Prepend(declaration);

    private static string? Argument(AttributeData attribute, string name) =>
        attribute.AttributeClass?.ToDisplayString() == name ? attribute.ConstructorArguments is [{ Value: string text }] ? text : "" : null;

    private static SubjectMember? TimeOf(INamedTypeSymbol type, string name, Compilation compilation, CancellationToken cancellationToken)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            // The nearest of the name hides the others, also where it tells no time.
            if (current.GetMembers(name).FirstOrDefault() is { } member)
                return HoldsTime(member) && CanBeRead(member, type, compilation) ? SubjectReader.Describe(member, type, compilation, cancellationToken) : null;
        }

        return null;
    }

    private static bool CanBeRead(ISymbol member, INamedTypeSymbol type, Compilation compilation) =>
        compilation.IsSymbolAccessibleWithin(member, type)
        && (member is not IPropertySymbol { GetMethod: { } getter } || compilation.IsSymbolAccessibleWithin(getter, type))
        && DeclaringSymbols.FindOwnAttribute(member, "System.ObsoleteAttribute") is not { ConstructorArguments: [_, { Value: true }, ..] };

    private static bool HoldsTime(ISymbol member)
    {
        var type = member switch
        {
            IPropertySymbol { IsStatic: false, GetMethod: not null, Parameters.Length: 0 } property => property.Type,
            IFieldSymbol { IsStatic: false } field => field.Type,
            _ => null,
        };
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] })
            type = inner;
        return type?.SpecialType == SpecialType.System_DateTime || type?.ToDisplayString() is "System.DateTimeOffset" or "System.DateOnly";
    }
}
