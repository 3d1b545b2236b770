using System.Threading;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.Analyzers.Labels;

/// <summary>What keeps a labelled property from being guarded.</summary>
internal sealed record InterceptionObstacle(string Reason, PropertyRepair Repair = PropertyRepair.None)
{
    // The floor compiler has no names for these.
    private const LanguageVersion PartialProperties = (LanguageVersion)1300;
    private const LanguageVersion FieldKeyword = (LanguageVersion)1400;

    /// <summary>Null for a partial property that waits for the generator.</summary>
    public static InterceptionObstacle? Of(IPropertySymbol property, bool isGuarding, CancellationToken cancellationToken)
    {
        if (property.ContainingType.TypeKind == TypeKind.Interface)
        {
            return new("an implementation in an interface cannot be guarded; implement it in the classes");
        }

        if (!isGuarding)
        {
            return new("the MSBuild property EthicsCrmGuard is false; set it to true to guard", IsGuardSwitchedOff(property) ? PropertyRepair.Unguard : PropertyRepair.None);
        }

        return OfDeclaration(property)
            ?? OfLanguage(property)
            ?? OfSyntax(property, cancellationToken);
    }

    private static InterceptionObstacle? OfDeclaration(IPropertySymbol property)
    {
        if (property.IsIndexer)
        {
            return new("an indexer cannot be guarded");
        }

        if (property.IsStatic)
        {
            return new("a static property cannot be guarded");
        }

        if (!property.ExplicitInterfaceImplementations.IsEmpty)
        {
            return new("an explicit interface implementation cannot be guarded; implement the interface implicitly");
        }

        if (property.ContainingType.IsRefLikeType)
        {
            return new("a ref struct cannot be guarded; make it a struct or a class");
        }

        for (var type = property.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.IsFileLocal)
            {
                return new("a file-local type cannot be guarded; declare it without file");
            }
        }

        return property.ReturnsByRef || property.ReturnsByRefReadonly || property.Type.IsRefLikeType || property.Type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer
            ? new("a property that yields a reference, a pointer or a ref struct cannot be guarded; let it yield a value")
            : null;
    }

    private static InterceptionObstacle? OfLanguage(IPropertySymbol property)
        => property.Locations[0].SourceTree!.Options is CSharpParseOptions { LanguageVersion: < PartialProperties and var version }
            ? new($"C# {version.ToDisplayString()} has no partial properties; C# 13 or later is needed")
            : null;

    private static InterceptionObstacle? OfSyntax(IPropertySymbol property, CancellationToken cancellationToken)
    {
        var parts = References(property).Select(reference => reference.GetSyntax(cancellationToken)).ToArray();
        var hasFieldKeyword = ((CSharpParseOptions)property.Locations[0].SourceTree!.Options).LanguageVersion >= FieldKeyword;
        if (parts.OfType<ParameterSyntax>().Any())
        {
            return hasFieldKeyword
                ? new("a positional parameter declares it; declare it in the record's body as a partial property", PropertyRepair.Guard)
                : new("a positional parameter declares it, and C# 13 cannot guard such a property; C# 14 can");
        }

        var declarations = parts.OfType<PropertyDeclarationSyntax>().ToArray();
        var isPartial = declarations.Any(part => part.Modifiers.Any(SyntaxKind.PartialKeyword));
        if (!declarations.All(IsAuto))
        {
            return new(isPartial ? "another part implements it, and only an implementation that Ethics.Crm generates asks the gate; label a partial property that nothing else implements" : "it has accessors of its own; only an auto-property can be made partial and guarded");
        }

        if (!hasFieldKeyword && declarations.Select(WhatNeedsField).FirstOrDefault(what => what is not null) is { } need)
        {
            return new($"C# 13 cannot guard a {need}; C# 14 can");
        }

        return isPartial ? null : new("it is not partial; make it partial", PropertyRepair.Guard);
    }

    // Before the keyword `field` the value lies in a field of its own name, which neither of these reaches.
    private static string? WhatNeedsField(PropertyDeclarationSyntax property)
        => property.Initializer is not null ? "property with an initialiser"
            : property.AttributeLists.Any(list => list.Target?.Identifier.IsKind(SyntaxKind.FieldKeyword) == true) ? "property with an attribute on its field"
            : property.AccessorList is { Accessors.Count: 1 } ? "get-only property"
            : null;

    private static bool IsGuardSwitchedOff(IPropertySymbol property)
#if ROSLYN5
        => property.PartialImplementationPart is { } part && part.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree.FilePath.EndsWith(GeneratedFiles.Guards, StringComparison.Ordinal));
#else
        => false;
#endif

    private static IEnumerable<SyntaxReference> References(IPropertySymbol property)
    {
#if ROSLYN5
        if (property.PartialImplementationPart is { } implementation)
        {
            return property.DeclaringSyntaxReferences.Concat(implementation.DeclaringSyntaxReferences);
        }
#endif
        return property.DeclaringSyntaxReferences;
    }

    private static bool IsAuto(PropertyDeclarationSyntax property)
        => property.ExpressionBody is null
            && !property.Modifiers.Any(SyntaxKind.ExternKeyword)
            && property.AccessorList is { } accessors
            && accessors.Accessors.All(accessor => accessor.Body is null && accessor.ExpressionBody is null);
}
