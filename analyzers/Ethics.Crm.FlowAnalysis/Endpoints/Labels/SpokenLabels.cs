using System.Collections.Immutable;
using System.Threading;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Labels;

/// <summary>What the code says of one declaration: the product's attributes, attribute classes that carry them, and the names of all others.</summary>
/// <param name="mayBeNamed">Whether a declaration of which the code says nothing may be labelled all the same, by its name; null for always.</param>
internal sealed class SpokenLabels(AttributeArguments arguments, Func<ISymbol, bool>? mayBeNamed = null)
{
    /// <summary>
    /// One source for most declarations; several where its places (property, accessor, backing field, record parameter) or attribute classes say different things, which then all apply.
    /// A purpose list on the declaration itself replaces those of attribute classes.
    /// </summary>
    public IReadOnlyList<LabelSource> Sources(ISymbol declaration, CancellationToken cancellationToken)
    {
        Voices? heard = null;
        switch (declaration)
        {
            case IMethodSymbol method:
                Hear(method.GetReturnTypeAttributes(), ref heard, cancellationToken);
                break;
            case IPropertySymbol property:
                HearProperty(property, ref heard, cancellationToken);
                break;
            case IFieldSymbol { IsImplicitlyDeclared: false, ContainingType: { } record } field when RecordTypes.IsRecord(record):
                Hear(field.GetAttributes(), ref heard, cancellationToken);
                Hear(PositionalParameter(record, field, field.Type, cancellationToken), ref heard, cancellationToken);
                break;
            default:
                Hear(declaration.GetAttributes(), ref heard, cancellationToken);
                break;
        }

        // Of most declarations nothing is said, and making their name takes longer than finding that out.
        return heard is null or { IsSilent: true } && mayBeNamed?.Invoke(declaration) == false ? []
            : heard is null ? LabelVoice.Join(SymbolNames.LabelName(declaration), [], [], [])
            : LabelVoice.Join(SymbolNames.LabelName(declaration), heard.Own, heard.Stands, heard.Names);
    }

    private void HearProperty(IPropertySymbol property, ref Voices? heard, CancellationToken cancellationToken)
    {
        Hear(property.GetAttributes(), ref heard, cancellationToken);
        if (property.GetMethod is { } getter)
        {
            Hear(getter.GetReturnTypeAttributes(), ref heard, cancellationToken);
        }

        if (property.ContainingType is not { } type || property.IsIndexer)
        {
            return;
        }

        foreach (var field in type.GetMembers("<" + property.Name + ">k__BackingField"))
        {
            Hear(field.GetAttributes(), ref heard, cancellationToken);
        }

        if (RecordTypes.IsRecord(type))
        {
            Hear(PositionalParameter(type, property, property.Type, cancellationToken), ref heard, cancellationToken);
        }
    }

    private void Hear(IParameterSymbol? parameter, ref Voices? heard, CancellationToken cancellationToken)
    {
        if (parameter is not null)
        {
            Hear(parameter.GetAttributes(), ref heard, cancellationToken);
        }
    }

    private void Hear(ImmutableArray<AttributeData> place, ref Voices? heard, CancellationToken cancellationToken)
    {
        if (place.IsEmpty)
        {
            return;
        }

        heard ??= new Voices();
        var voice = default(LabelVoice);
        foreach (var attribute in place)
        {
            if (attribute.AttributeClass is { TypeKind: not TypeKind.Error } attributeClass && !Read(attribute, ref voice, cancellationToken))
            {
                Listen(attributeClass, heard.Stands, heard.Names, cancellationToken);
            }
        }

        if (!voice.IsSilent)
        {
            heard.Own.Add(voice);
        }
    }

    /// <summary>An attribute class may carry the product's attributes, itself or by a base class; the nearest class that speaks wins part by part.</summary>
    private void Listen(INamedTypeSymbol attributeClass, List<LabelVoice> stands, List<string> names, CancellationToken cancellationToken)
    {
        var voice = default(LabelVoice);
        for (INamedTypeSymbol? current = attributeClass.OriginalDefinition; current is not null && !IsRoot(current); current = current.BaseType?.OriginalDefinition)
        {
            var name = SymbolNames.FullName(current);
            if (name.StartsWith("System.Runtime.CompilerServices.", StringComparison.Ordinal))
            {
                return;
            }

            names.Add(SymbolEqualityComparer.Default.Equals(current, attributeClass.OriginalDefinition) ? name : "^" + name);

            var here = default(LabelVoice);
            foreach (var attribute in current.GetAttributes())
            {
                Read(attribute, ref here, cancellationToken);
            }

            voice = new LabelVoice(voice.Category ?? here.Category, voice.CollectedFor ?? here.CollectedFor);
        }

        if (!voice.IsSilent)
        {
            stands.Add(voice);
        }
    }

    private bool Read(AttributeData attribute, ref LabelVoice voice, CancellationToken cancellationToken)
    {
        switch (attribute.AttributeClass?.Name)
        {
            case "DataCategoryAttribute" when SymbolNames.FullName(attribute.AttributeClass) == AttributeNames.DataCategory:
                voice = voice with { Category = arguments.String(attribute, cancellationToken) ?? voice.Category };
                return true;
            case "CollectedForAttribute" when SymbolNames.FullName(attribute.AttributeClass) == AttributeNames.CollectedFor:
                // Said twice in one place, which the compiler refuses, it is one list.
                var purposes = arguments.Strings(attribute, cancellationToken).Values;
                voice = voice with { CollectedFor = voice.CollectedFor is null ? purposes : voice.CollectedFor.Union(purposes, StringComparer.Ordinal).ToImmutableArray() };
                return true;
            default:
                return false;
        }
    }

    private static bool IsRoot(INamedTypeSymbol type)
        => type.SpecialType == SpecialType.System_Object || type is { Name: "Attribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

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

    /// <summary>What is said in the places of one declaration: of the declaration itself, and by attribute classes.</summary>
    private sealed class Voices
    {
        public List<LabelVoice> Own { get; } = [];

        public List<LabelVoice> Stands { get; } = [];

        public List<string> Names { get; } = [];

        public bool IsSilent => Own.Count == 0 && Stands.Count == 0 && Names.Count == 0;
    }
}
