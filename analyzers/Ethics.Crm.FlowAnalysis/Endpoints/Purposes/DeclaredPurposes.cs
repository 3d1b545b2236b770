using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Purposes;

/// <summary>The <c>[ForPurpose]</c> of symbols, in the order in which they count for a member.</summary>
internal sealed class DeclaredPurposes(AttributeArguments arguments)
{
    /// <summary>Null when the symbol itself declares nothing; empty for <c>[ForPurpose()]</c>.</summary>
    public ImmutableArray<string>? Own(ISymbol symbol)
    {
        ImmutableArray<string>? found = null;
        foreach (var attribute in symbol.GetAttributes())
        {
            if (IsForPurpose(attribute))
            {
                // A blank name names nothing; that it stands there is a finding of its own.
                found = Union(found, arguments.Strings(attribute).Values.Where(name => !string.IsNullOrWhiteSpace(name)).ToImmutableArray());
            }
        }

        return found;
    }

    /// <summary>The symbol's own <c>[ForPurpose]</c> with its place; null when it has none, or one that names nothing.</summary>
    public PurposeOpening? OpeningOf(ISymbol symbol)
        => Own(symbol) is { IsEmpty: false } names ? new PurposeOpening(names, LocationOf(symbol), IsScope: false) : null;

    /// <summary>Member, what it overrides or implements, containing types, their base types and interfaces; null when none of them declares.</summary>
    public ImmutableArray<string>? OfMember(ISymbol member)
    {
        if (OwnOrProperty(member) is { } own)
        {
            return own;
        }

        ImmutableArray<string>? inherited = null;
        foreach (var declaration in DeclarationsOf.Member(member))
        {
            inherited = Union(inherited, OwnOrProperty(declaration));
        }

        return inherited ?? OfTypes(member);
    }

    private ImmutableArray<string>? OfTypes(ISymbol member)
    {
        var innermost = member as INamedTypeSymbol ?? member.ContainingType;
        for (var type = innermost; type is not null; type = type.ContainingType)
        {
            if (Own(type) is { } declared)
            {
                return declared;
            }
        }

        for (var type = innermost; type is not null; type = type.ContainingType)
        {
            if (OfBases(type) is { } declared)
            {
                return declared;
            }
        }

        return null;
    }

    /// <summary>The nearest base class that declares, and every interface that does.</summary>
    private ImmutableArray<string>? OfBases(INamedTypeSymbol type)
    {
        ImmutableArray<string>? found = null;
        for (var current = type.BaseType; current is not null && found is null; current = current.BaseType)
        {
            found = Own(current);
        }

        foreach (var contract in type.AllInterfaces)
        {
            found = Union(found, Own(contract));
        }

        return found;
    }

    private static bool IsForPurpose(AttributeData attribute)
        => attribute.AttributeClass is { Name: "ForPurposeAttribute" } attributeClass && SymbolNames.FullName(attributeClass) == AttributeNames.ForPurpose;

    private static Location LocationOf(ISymbol symbol)
        => symbol.GetAttributes().FirstOrDefault(IsForPurpose)?.ApplicationSyntaxReference is { } place ? place.SyntaxTree.GetLocation(place.Span) : symbol.Locations.FirstOrDefault() ?? Location.None;

    private ImmutableArray<string>? OwnOrProperty(ISymbol member)
        => Own(member) ?? (member is IMethodSymbol { AssociatedSymbol: { } associated } ? Own(associated) : null);

    private static ImmutableArray<string>? Union(ImmutableArray<string>? left, ImmutableArray<string>? right)
        => left is null ? right : right is null ? left : left.Value.Union(right.Value, StringComparer.Ordinal).ToImmutableArray();
}
