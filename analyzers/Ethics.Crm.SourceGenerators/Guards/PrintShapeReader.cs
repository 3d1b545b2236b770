using Ethics.Crm.SourceGenerators.Pipeline;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.SourceGenerators.Guards;

/// <summary>What the compiler's own <c>PrintMembers</c> of a record would print.</summary>
internal static class PrintShapeReader
{
    /// <summary>Null when the user wrote one.</summary>
    public static PrintShape? Read(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        if (type.GetMembers("PrintMembers").Any(member => member is IMethodSymbol { IsImplicitlyDeclared: false, Parameters.Length: 1 }))
            return null;

        cancellationToken.ThrowIfCancellationRequested();
        var callsBase = type.BaseType is { IsRecord: true };
        var modifiers = (type.IsValueType, callsBase, type.IsSealed) switch
        {
            (true, _, _) or (_, false, true) => "private",
            (_, true, _) => "protected override",
            _ => "protected virtual",
        };
        var members = type.GetMembers().Where(IsPrinted)
            .Select(member => new PrintedMember(member.Name, IsObsolete(member), member is IPropertySymbol { Type.IsRefLikeType: true }, member is IPropertySymbol property && IsAddress(property.Type), LabelShapeReader.Read(member, compilation, cancellationToken)))
            .ToEquatableArray();
        return new(modifiers + " bool PrintMembers(global::System.Text.StringBuilder builder)", callsBase, members);
    }

    private static bool IsPrinted(ISymbol member) =>
        member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public }
        && member switch
        {
            IFieldSymbol field => !field.IsImplicitlyDeclared && CanBeBoxed(field.Type),
            IPropertySymbol property => property is { IsIndexer: false, IsOverride: false, GetMethod: not null } && (CanBeBoxed(property.Type) || IsAddress(property.Type) || TellsItself(property.Type)),
            _ => false,
        };

    private static bool IsObsolete(ISymbol member) => DeclaringSymbols.FindOwnAttribute(member, "System.ObsoleteAttribute") is not null;

    private static bool TellsItself(ITypeSymbol type) => type.IsRefLikeType && type.GetMembers("ToString").Any(member => member is IMethodSymbol { IsOverride: true, Parameters.Length: 0 });

    private static bool CanBeBoxed(ITypeSymbol type) => !type.IsRefLikeType && !IsAddress(type);

    private static bool IsAddress(ITypeSymbol type) => type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer;
}
