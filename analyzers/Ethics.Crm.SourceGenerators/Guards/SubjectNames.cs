using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.SourceGenerators.Guards;

/// <summary>What a type's people are called. The run time follows the same order (<c>SubjectTypes</c>), because objects and keys must meet.</summary>
internal static class SubjectNames
{
    /// <summary>The names of the person that a marked member identifies; several when unrelated classes and interfaces give them, and then all of these people are asked.</summary>
    public static IReadOnlyList<string> Of(SubjectMark id, INamedTypeSymbol type)
    {
        // typeof(Customer) names another person than the object's own type does.
        var named = SubjectOf(id);
        var given = Given(named ?? type);
        if (given.Count > 0)
            return given;
        var declaring = named is null
            ? id.Declaring
            : SubjectMarks.Of(named, AttributeNames.DataSubjectId).FirstOrDefault(static own => SubjectOf(own) is null)?.Declaring ?? named;
        return [SymbolNames.FullName(declaring)];
    }

    private static INamedTypeSymbol? SubjectOf(SubjectMark id) =>
        id.Attribute.ConstructorArguments.Length == 1 ? id.Attribute.ConstructorArguments[0].Value as INamedTypeSymbol : null;

    /// <summary>What the marked types with no marked one above them say.</summary>
    private static List<string> Given(INamedTypeSymbol type)
    {
        var marked = new List<(INamedTypeSymbol Type, string Name)>();
        for (var current = type.OriginalDefinition; current is not null; current = current.BaseType?.OriginalDefinition)
            AddIfMarked(current, marked);
        foreach (var contract in type.OriginalDefinition.AllInterfaces)
            AddIfMarked(contract.OriginalDefinition, marked);

        return marked
            .Where(one => !marked.Exists(above => IsAbove(above.Type, one.Type)))
            .Select(static one => one.Name)
            .Distinct(StringComparer.Ordinal).OrderBy(static name => name, StringComparer.Ordinal).ToList();
    }

    private static void AddIfMarked(INamedTypeSymbol type, List<(INamedTypeSymbol Type, string Name)> marked)
    {
        if (DeclaringSymbols.FindOwnAttribute(type, AttributeNames.DataSubject) is { } attribute)
        {
            marked.Add((type, attribute.ConstructorArguments.Length == 1 && attribute.ConstructorArguments[0].Value is string { Length: > 0 } given
                ? given
                : SymbolNames.FullName(type)));
        }
    }

    private static bool IsAbove(INamedTypeSymbol above, INamedTypeSymbol type)
    {
        if (SymbolEqualityComparer.Default.Equals(above, type))
            return false;
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, above))
                return true;
        }

        return type.AllInterfaces.Any(contract => SymbolEqualityComparer.Default.Equals(contract.OriginalDefinition, above));
    }
}
