using System.Runtime.CompilerServices;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.SourceGenerators.Emission;
using Ethics.Crm.SourceGenerators.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.SourceGenerators.Guards;

internal static class TypeShapeReader
{
    private static readonly ConditionalWeakTable<Compilation, StrongBox<bool>> s_knowsTrimmers = new();

    /// <summary>False for a type that no other file can add members to, and for one that cannot hold a slot.</summary>
    public static bool CanBeExtended(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (type.IsRefLikeType || type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
            return false;

        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal || !current.DeclaringSyntaxReferences.All(reference => IsPartial(reference.GetSyntax(cancellationToken))))
                return false;
        }

        return true;
    }

    public static TypeShape Read(INamedTypeSymbol type, bool fieldKeyword, Compilation compilation, CancellationToken cancellationToken)
    {
        var declarations = new Stack<string>();
        for (var current = type; current is not null; current = current.ContainingType)
            declarations.Push(Header(current));

        var space = type.ContainingNamespace;
        var spaceName = space.IsGlobalNamespace ? "" : space.ToDisplayString();
        return new(
            Key(type, spaceName),
            spaceName,
            declarations.ToEquatableArray(),
            Self(type),
            type.IsValueType ? new(type.IsReadOnly, DeclaringSymbols.FindOwnAttribute(type, "System.Runtime.InteropServices.StructLayoutAttribute") is not null) : null,
            type.IsReferenceType && !type.IsSealed,
            type.IsReferenceType && !type.IsSealed && IsForTrimmers(type, compilation),
            type is { IsReferenceType: true, IsSealed: false, IsRecord: true },
            type.IsRecord ? PrintShapeReader.Read(type, compilation, cancellationToken) : null,
            fieldKeyword,
            GuardsClass.NameIn(type),
            GeneratedNames.PrefixIn(type));
    }

    private static bool IsForTrimmers(INamedTypeSymbol type, Compilation compilation) =>
        s_knowsTrimmers.GetValue(compilation, static one => new(KnowsTrimmers(one))).Value && DeclaringSymbols.FindOwnAttribute(type, GuardEmitter.KeepsMembers) is null;

    /// <summary>Of two attributes by that name, as libraries have them that build for older frameworks too, neither can be named.</summary>
    private static bool KnowsTrimmers(Compilation compilation) =>
        compilation.GetTypesByMetadataName(GuardEmitter.KeepsMembers).Count(attribute => compilation.IsSymbolAccessibleWithin(attribute, compilation.Assembly)) == 1;

    private static bool IsPartial(SyntaxNode node) => node is TypeDeclarationSyntax type && type.Modifiers.Any(SyntaxKind.PartialKeyword);

    private static string Key(INamedTypeSymbol type, string spaceName)
    {
        var name = type.MetadataName;
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            name = outer.MetadataName + "+" + name;
        return spaceName.Length == 0 ? name : spaceName + "." + name;
    }

    private static string Header(INamedTypeSymbol type)
    {
        var kind = (type.TypeKind, type.IsRecord) switch
        {
            (TypeKind.Interface, _) => "interface",
            (TypeKind.Struct, true) => "record struct",
            (TypeKind.Struct, false) => type.IsRefLikeType ? "ref struct" : "struct",
            (_, true) => "record",
            _ => "class",
        };
        return $"partial {kind} {Self(type)}";
    }

    private static string Self(INamedTypeSymbol type)
    {
        var parameters = type.TypeParameters.Length == 0
            ? ""
            : "<" + string.Join(", ", type.TypeParameters.Select(parameter => Identifiers.Escape(parameter.Name))) + ">";
        return Identifiers.Escape(type.Name) + parameters;
    }
}
