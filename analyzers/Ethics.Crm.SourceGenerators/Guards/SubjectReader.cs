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
        var people = new List<SubjectId>();
        SubjectMember? tenant = null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var member in current.GetMembers())
            {
                if (TypeOf(member) is not { } valueType || !seen.Add(member.Name) || !compilation.IsSymbolAccessibleWithin(member, type))
                    continue;
                if (DeclaringSymbols.FindAttribute(member, AttributeNames.DataSubjectId) is { } id)
                    people.Add(new(SubjectTypeName(id, type, current), Describe(member, valueType, type, compilation, cancellationToken)));
                if (tenant is null && DeclaringSymbols.FindAttribute(member, AttributeNames.DataSubjectTenant) is not null)
                    tenant = Describe(member, valueType, type, compilation, cancellationToken);
            }
        }

        // Which part of a partial type the compiler meets first must not matter.
        people.Sort(static (left, right) => string.CompareOrdinal(left.Member.Name, right.Member.Name));
        return new(people.ToEquatableArray(), tenant);
    }

    /// <summary>The type of a member that can be read as a key; null for every other member.</summary>
    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false } field => AsKey(field.Type),
        IPropertySymbol { IsStatic: false, IsIndexer: false, GetMethod: not null } property => AsKey(property.Type),
        _ => null,
    };

    private static ITypeSymbol? AsKey(ITypeSymbol type) =>
        type.IsRefLikeType || type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Dynamic ? null : type;

    private static SubjectMember Describe(ISymbol member, ITypeSymbol type, INamedTypeSymbol reader, Compilation compilation, CancellationToken cancellationToken)
    {
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
            "this." + Identifiers.Escape(member.Name),
            isOwn,
            rawAccessor,
            labels);
    }

    private static bool WouldBeGuarded(IPropertySymbol property, PropertyDeclarationSyntax syntax, CancellationToken cancellationToken)
    {
        var language = ((CSharpParseOptions)syntax.SyntaxTree.Options).LanguageVersion;
        return language >= Languages.PartialProperties
            && PropertyShapeReader.CanBeGuarded(property, syntax, language >= Languages.FieldKeyword)
            && TypeShapeReader.CanBeExtended(property.ContainingType, cancellationToken)
            && !PropertySyntax.ImplementedNames(property.ContainingType, cancellationToken).Contains(property.Name);
    }

    // typeof(Customer) names another person than the object's own type does.
    private static string SubjectTypeName(AttributeData id, INamedTypeSymbol type, INamedTypeSymbol declaring)
    {
        var named = id.ConstructorArguments.Length == 1 ? id.ConstructorArguments[0].Value as INamedTypeSymbol : null;
        return NameOf(named ?? type) ?? SymbolNames.FullName(named ?? declaring);
    }

    /// <summary>The name in the <c>[DataSubject]</c> of the base-most type that has one, else that type's full name; null without any. As the run time does it.</summary>
    private static string? NameOf(INamedTypeSymbol type)
    {
        string? name = null;
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (DeclaringSymbols.FindOwnAttribute(current, AttributeNames.DataSubject) is { } attribute)
            {
                name = attribute.ConstructorArguments.Length == 1 && attribute.ConstructorArguments[0].Value is string { Length: > 0 } given
                    ? given
                    : SymbolNames.FullName(current);
            }
        }

        return name;
    }
}
