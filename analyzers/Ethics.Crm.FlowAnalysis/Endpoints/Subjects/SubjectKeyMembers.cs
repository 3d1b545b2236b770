using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Subjects;

/// <summary>The members by which an object says whom it is about, as generator and run time find them: own and inherited, on record parameters, through interfaces.</summary>
internal static class SubjectKeyMembers
{
    /// <summary>Empty when nothing tells the person. A type's private members do not count for types derived from it.</summary>
    public static ImmutableArray<(ISymbol Member, ITypeSymbol Type)> Of(INamedTypeSymbol type)
    {
        var found = ImmutableArray.CreateBuilder<(ISymbol, ITypeSymbol)>();
        for (var current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is { IsStatic: false } and (IPropertySymbol { IsIndexer: false } or IFieldSymbol { IsImplicitlyDeclared: false })
                    && (member.DeclaredAccessibility != Accessibility.Private || SymbolEqualityComparer.Default.Equals(current, type))
                    && IsKey(member))
                {
                    found.Add((member, member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type));
                }
            }
        }

        return found.ToImmutable();
    }

    private static bool IsKey(ISymbol member)
        => DeclarationsOf.Member(member).Any(HasAttribute)
            || (member.ContainingType.IsRecord && member.ContainingType.InstanceConstructors.Any(constructor =>
                constructor.Parameters.Any(parameter => parameter.Name == member.Name && HasAttribute(parameter))));

    private static bool HasAttribute(ISymbol symbol)
        => symbol.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "DataSubjectIdAttribute" } attributeClass && SymbolNames.FullName(attributeClass) == AttributeNames.DataSubjectId);
}
