using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.SourceGenerators.Emission;
using Ethics.Crm.SourceGenerators.Pipeline;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.SourceGenerators.Guards;

internal static class PropertyShapeReader
{
    /// <summary>Null when the property cannot be guarded.</summary>
    public static PropertyShape? Read(IPropertySymbol property, PropertyDeclarationSyntax syntax, bool fieldKeyword, Compilation compilation, CancellationToken cancellationToken)
    {
        if (!CanBeGuarded(property, syntax, fieldKeyword))
            return null;

        var fieldName = FieldNames.Of(property);
        return new(
            property.Name,
            Identifiers.Escape(property.Name),
            SymbolNames.Display(property),
            TypeNames.Of(property.Type, syntax.Type),
            property.Type.TypeKind == TypeKind.Dynamic,
            Nullability.NullIsLegal(property.Type),
            Nullability.MayForgetNull(property),
            Modifiers(syntax),
            PropertySyntax.NeedsFieldKeyword(syntax),
            fieldName,
            FieldNames.MustBeTold(property, fieldName, compilation),
            syntax.AccessorList!.Accessors.Select(Accessor).ToEquatableArray(),
            LabelShapeReader.Read(property, compilation, cancellationToken),
            OriginReader.Read(property, compilation, cancellationToken));
    }

    /// <summary>False also when another generator announces that it implements it.</summary>
    public static bool CanBeGuarded(IPropertySymbol property, PropertyDeclarationSyntax syntax, bool fieldKeyword) =>
        PropertySyntax.IsImplementable(syntax)
        && CanPassThroughGate(property.Type)
        && (fieldKeyword || !(PropertySyntax.NeedsFieldKeyword(syntax) || PropertySyntax.IsGetOnly(syntax)))
        && !OtherGenerators.Write(property);

    // What neither a generic argument nor a field can hold.
    private static bool CanPassThroughGate(ITypeSymbol type) =>
        !type.IsRefLikeType && type.TypeKind is not (TypeKind.Pointer or TypeKind.FunctionPointer);

    private static string Modifiers(PropertyDeclarationSyntax syntax) =>
        string.Concat(syntax.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.PartialKeyword)).Select(modifier => modifier.Text + " ")) + "partial";

    private static string Accessor(AccessorDeclarationSyntax accessor) =>
        string.Concat(accessor.Modifiers.Select(modifier => modifier.Text + " ")) + accessor.Keyword.Text;
}
