using System.Collections.Immutable;
using System.Threading;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Labels;

/// <summary>What the code says of one declaration: the product's attributes, attribute classes that carry them, and the names of all others.</summary>
internal sealed class SpokenLabels(AttributeArguments arguments)
{
    /// <summary>
    /// One source for most declarations; several only when attribute classes give different categories, which then all apply.
    /// A purpose list on the declaration itself replaces those of attribute classes.
    /// </summary>
    public IReadOnlyList<LabelSource> Sources(ISymbol declaration, CancellationToken cancellationToken)
    {
        var own = default(Voice);
        var stands = new List<Voice>();
        var names = new List<string>();
        foreach (var attribute in AttributesOf(declaration, cancellationToken))
        {
            if (attribute.AttributeClass is not { TypeKind: not TypeKind.Error } attributeClass)
            {
                continue;
            }

            if (!Read(attribute, ref own, cancellationToken))
            {
                Listen(attributeClass, stands, names, cancellationToken);
            }
        }

        return Join(SymbolNames.LabelName(declaration), own, stands, names);
    }

    private static IReadOnlyList<LabelSource> Join(string member, Voice own, List<Voice> stands, List<string> names)
    {
        var categories = new List<Voice>();
        var purposesOnly = stands.FirstOrDefault(voice => voice.Category is null).CollectedFor;
        if (own.Category is not null)
        {
            categories.Add(own);
        }

        foreach (var voice in stands.Where(voice => voice.Category is not null))
        {
            if (!categories.Any(known => known.Category == voice.Category))
            {
                categories.Add(voice);
            }
        }

        if (categories.Count == 0)
        {
            return [new LabelSource(member, null, own.CollectedFor ?? purposesOnly, names)];
        }

        return categories.Select(voice => new LabelSource(member, voice.Category, own.CollectedFor ?? voice.CollectedFor ?? purposesOnly, names)).ToList();
    }

    /// <summary>An attribute class may carry the product's attributes, itself or by a base class; the nearest class that speaks wins part by part.</summary>
    private void Listen(INamedTypeSymbol attributeClass, List<Voice> stands, List<string> names, CancellationToken cancellationToken)
    {
        var voice = default(Voice);
        for (INamedTypeSymbol? current = attributeClass.OriginalDefinition; current is not null && !IsRoot(current); current = current.BaseType?.OriginalDefinition)
        {
            var name = SymbolNames.FullName(current);
            if (name.StartsWith("System.Runtime.CompilerServices.", StringComparison.Ordinal))
            {
                return;
            }

            if (!names.Contains(name))
            {
                names.Add(name);
            }

            var here = default(Voice);
            foreach (var attribute in current.GetAttributes())
            {
                Read(attribute, ref here, cancellationToken);
            }

            voice = new Voice(voice.Category ?? here.Category, voice.CollectedFor ?? here.CollectedFor);
        }

        if (voice.Category is not null || voice.CollectedFor is not null)
        {
            stands.Add(voice);
        }
    }

    private bool Read(AttributeData attribute, ref Voice voice, CancellationToken cancellationToken)
    {
        switch (attribute.AttributeClass?.Name)
        {
            case "DataCategoryAttribute" when SymbolNames.FullName(attribute.AttributeClass) == AttributeNames.DataCategory:
                voice = voice with { Category = arguments.String(attribute, cancellationToken) ?? voice.Category };
                return true;
            case "CollectedForAttribute" when SymbolNames.FullName(attribute.AttributeClass) == AttributeNames.CollectedFor:
                // Said twice, both parts of a partial property for instance, it is one list.
                var purposes = arguments.Strings(attribute, cancellationToken).Values;
                voice = voice with { CollectedFor = voice.CollectedFor is null ? purposes : voice.CollectedFor.Union(purposes, StringComparer.Ordinal).ToImmutableArray() };
                return true;
            default:
                return false;
        }
    }

    private static bool IsRoot(INamedTypeSymbol type)
        => type.SpecialType == SpecialType.System_Object || type is { Name: "Attribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static IEnumerable<AttributeData> AttributesOf(ISymbol declaration, CancellationToken cancellationToken) => declaration switch
    {
        IMethodSymbol method => method.GetReturnTypeAttributes(),
        IPropertySymbol property => OfProperty(property, cancellationToken),
        IFieldSymbol { IsImplicitlyDeclared: false, ContainingType: { IsRecord: true } record } field
            when PositionalParameter(record, field, field.Type, cancellationToken) is { } parameter => field.GetAttributes().Concat(parameter.GetAttributes()),
        _ => declaration.GetAttributes(),
    };

    private static IEnumerable<AttributeData> OfProperty(IPropertySymbol property, CancellationToken cancellationToken)
    {
        IEnumerable<AttributeData> attributes = property.GetAttributes();
        if (property.GetMethod is { } getter)
        {
            attributes = attributes.Concat(getter.GetReturnTypeAttributes());
        }

        if (property.ContainingType is not { } type || property.IsIndexer)
        {
            return attributes;
        }

        foreach (var field in type.GetMembers("<" + property.Name + ">k__BackingField"))
        {
            attributes = attributes.Concat(field.GetAttributes());
        }

        return type.IsRecord && PositionalParameter(type, property, property.Type, cancellationToken) is { } parameter ? attributes.Concat(parameter.GetAttributes()) : attributes;
    }

    private static IParameterSymbol? PositionalParameter(INamedTypeSymbol record, ISymbol member, ITypeSymbol memberType, CancellationToken cancellationToken)
    {
        foreach (var constructor in record.InstanceConstructors)
        {
            // Metadata does not say which constructor is the primary one: there the first with a parameter of that name and type speaks.
            var isPrimary = constructor.DeclaringSyntaxReferences.IsEmpty
                ? !constructor.IsImplicitlyDeclared
                : constructor.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is TypeDeclarationSyntax;
            if (!isPrimary)
            {
                continue;
            }

            foreach (var parameter in constructor.Parameters)
            {
                if (parameter.Name == member.Name && SymbolEqualityComparer.Default.Equals(parameter.Type, memberType))
                {
                    return parameter;
                }
            }
        }

        return null;
    }

    private readonly record struct Voice(string? Category, IReadOnlyList<string>? CollectedFor);
}
