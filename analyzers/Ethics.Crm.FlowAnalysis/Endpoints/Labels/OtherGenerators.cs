using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Labels;

/// <summary>Attributes by which the generator of another package announces that it writes a property. Generators do not see each other's output: this is all that one of ours can know.</summary>
internal static class OtherGenerators
{
    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "CommunityToolkit.Maui.BindablePropertyAttribute",
        "CommunityToolkit.Mvvm.ComponentModel.ObservablePropertyAttribute",
        "CommunityToolkit.WinUI.GeneratedDependencyPropertyAttribute",
        "CommunityToolkit.WinUI.DependencyPropertyGenerator.GeneratedDependencyPropertyAttribute",
        "ReactiveUI.SourceGenerators.BindableDerivedListAttribute",
        "ReactiveUI.SourceGenerators.ObservableAsPropertyAttribute",
        "ReactiveUI.SourceGenerators.ReactiveAttribute",
        "ReactiveUI.SourceGenerators.ReactiveCollectionAttribute",
        "System.Text.RegularExpressions.GeneratedRegexAttribute",
    };

    /// <summary>True of a partial property that one of them implements, and of a field of which it makes a property.</summary>
    public static bool Write(ISymbol member) => member.GetAttributes().Any(static attribute => attribute.AttributeClass is { } one && Attributes.Contains(one.ToDisplayString()));

    /// <summary>True when such a generator would give a property of this field that name: <c>_email</c>, <c>m_email</c> and <c>email</c> become <c>Email</c>.</summary>
    public static bool Names(IFieldSymbol field, string property)
    {
        var name = field.Name.StartsWith("m_", StringComparison.Ordinal) ? field.Name.Substring(2) : field.Name.TrimStart('_');
        return name.Length == property.Length && name.Length > 0 && char.ToUpperInvariant(name[0]) == property[0] && string.CompareOrdinal(name, 1, property, 1, name.Length) == 0;
    }
}
