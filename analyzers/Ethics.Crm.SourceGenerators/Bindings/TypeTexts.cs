using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.SourceGenerators.Bindings;

/// <summary>Types as decorators write them: from the global namespace, without annotations, so that they compile in every version of the language.</summary>
internal static class TypeTexts
{
    private static readonly Regex s_dynamic = new(@"(?<![\w.:@])dynamic(?!\w)", RegexOptions.CultureInvariant);

    /// <summary>What is dynamic is an object here: the call behind it must not be bound anew.</summary>
    public static string Of(ITypeSymbol type) => s_dynamic.Replace(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), "object");

    /// <summary>For <c>typeof</c>: the definition of a generic type.</summary>
    public static string Open(INamedTypeSymbol type) => type.IsGenericType ? type.OriginalDefinition.ConstructUnboundGenericType().ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) : Of(type);

    public static string Parameters(IReadOnlyCollection<ITypeParameterSymbol> parameters) =>
        parameters.Count == 0 ? "" : "<" + string.Join(", ", parameters.Select(static parameter => Emission.Identifiers.Escape(parameter.Name))) + ">";

    public static IEnumerable<string> Constraints(IEnumerable<ITypeParameterSymbol> parameters)
    {
        foreach (var parameter in parameters)
        {
            var parts = new List<string>();
            if (parameter.HasUnmanagedTypeConstraint)
                parts.Add("unmanaged");
            else if (parameter.HasValueTypeConstraint)
                parts.Add("struct");
            else if (parameter.HasReferenceTypeConstraint)
                parts.Add("class");
            else if (parameter.HasNotNullConstraint)
                parts.Add("notnull");
            parts.AddRange(parameter.ConstraintTypes.Select(Of));
            if (parameter.HasConstructorConstraint)
                parts.Add("new()");
            if (parts.Count > 0)
                yield return $"where {Emission.Identifiers.Escape(parameter.Name)} : {string.Join(", ", parts)}";
        }
    }
}
