using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Contexts;

/// <summary>One walk of a method.</summary>
/// <param name="Name">What is known on it of what the method is handed.</param>
internal sealed record Walk(IMethodSymbol Method, string Name)
{
    /// <summary>The walk of a method for whatever it is handed.</summary>
    public const string Whole = "";

    /// <summary>What is found where nobody in the program calls: on no walk of its own.</summary>
    public const string Outside = "outside";

    public bool Equals(Walk? other) => other is not null && Name == other.Name && SymbolEqualityComparer.Default.Equals(Method, other.Method);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Method) ^ StringComparer.Ordinal.GetHashCode(Name);
}
