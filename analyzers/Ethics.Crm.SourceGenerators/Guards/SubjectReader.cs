using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.SourceGenerators.Emission;
using Ethics.Crm.SourceGenerators.Pipeline;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.SourceGenerators.Guards;

/// <summary>Finds the members that say whom an object is about, its own and inherited ones.</summary>
internal static class SubjectReader
{
    public static SubjectShape Read(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var ids = SubjectMarks.Of(type, AttributeNames.DataSubjectId).ToList();
        var tenant = SubjectMarks.Of(type, AttributeNames.DataSubjectTenant).FirstOrDefault();
        // One of several people left out, or another tenant's person asked, would be worse than nobody.
        if (ids.Exists(mark => !CanBeRead(mark, type, compilation)) || (tenant is not null && !CanBeRead(tenant, type, compilation)))
            return new(EquatableArray<SubjectId>.Empty, null);

        var people = ids
            .SelectMany(mark => SubjectNames.Of(mark, type).Select(name => new SubjectId(name, Describe(mark, type, compilation, cancellationToken))))
            // Which part of a partial type the compiler meets first must not matter.
            .OrderBy(static person => person.Member.Name, StringComparer.Ordinal)
            .ToEquatableArray();
        return new(people, tenant is null ? null : Describe(tenant, type, compilation, cancellationToken));
    }

    /// <summary>False for what generated code in the type cannot name, and for values that no key can hold.</summary>
    private static bool CanBeRead(SubjectMark mark, INamedTypeSymbol type, Compilation compilation)
    {
        var value = TypeOf(mark.Member);
        if (value.IsRefLikeType || value.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Dynamic)
            return false;
        // Through a cast to its class a protected member cannot be reached.
        return mark.Through is { TypeKind: not TypeKind.Interface }
            ? compilation.IsSymbolAccessibleWithin(mark.Member, compilation.Assembly)
            : mark.Through is not null || compilation.IsSymbolAccessibleWithin(mark.Member, type);
    }

    private static ITypeSymbol TypeOf(ISymbol member) => member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;

    private static SubjectMember Describe(SubjectMark mark, INamedTypeSymbol reader, Compilation compilation, CancellationToken cancellationToken) =>
        Describe(mark.Member, Expression(mark), reader, compilation, cancellationToken);

    /// <summary>How generated code reads a member that the type can name.</summary>
    public static SubjectMember Describe(ISymbol member, INamedTypeSymbol reader, Compilation compilation, CancellationToken cancellationToken) =>
        Describe(member, "this." + Identifiers.Escape(member.Name), reader, compilation, cancellationToken);

    private static SubjectMember Describe(ISymbol member, string expression, INamedTypeSymbol reader, Compilation compilation, CancellationToken cancellationToken)
    {
        var type = TypeOf(member);
        var isOwn = SymbolEqualityComparer.Default.Equals(member.ContainingType, reader);
        var rawAccessor = isOwn
            ? null
            : member.ContainingType.GetMembers(RawAccessors.NameOf(member.Name)).FirstOrDefault(one => one is IMethodSymbol { Parameters.Length: 0 })?.Name;
        var syntax = member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) as PropertyDeclarationSyntax;
        var labels = syntax is not null && member is IPropertySymbol property && WouldBeGuarded(property, syntax, cancellationToken)
            ? LabelShapeReader.Read(property, compilation, cancellationToken)
            : EquatableArray<LabelShape>.Empty;
        return new(
            member.Name,
            syntax is null ? TypeNames.Of(type) : TypeNames.Of(type, syntax.Type),
            type.SpecialType == SpecialType.System_String,
            expression,
            isOwn,
            rawAccessor,
            labels);
    }

    private static string Expression(SubjectMark mark) => mark switch
    {
        { Through: null } => "this." + Identifiers.Escape(mark.Member.Name),
        { Member: IPropertySymbol { ExplicitInterfaceImplementations: { Length: > 0 } contracts }, Through: var seen } => Through(seen, contracts[0].Name),
        { Through: var seen } => Through(seen, mark.Member.Name),
    };

    private static string Through(INamedTypeSymbol type, string name) =>
        $"(({type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)})this).{Identifiers.Escape(name)}";

    private static bool WouldBeGuarded(IPropertySymbol property, PropertyDeclarationSyntax syntax, CancellationToken cancellationToken)
    {
        var language = ((CSharpParseOptions)syntax.SyntaxTree.Options).LanguageVersion;
        return language >= Languages.PartialProperties
            && PropertyShapeReader.CanBeGuarded(property, syntax, language >= Languages.FieldKeyword)
            && TypeShapeReader.CanBeExtended(property.ContainingType, cancellationToken)
            && !PropertySyntax.ImplementedNames(property.ContainingType, cancellationToken).Contains(property.Name);
    }
}
