using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.State;

/// <summary>Where a label comes from, as one method sees it.</summary>
internal abstract record Origin;

/// <summary>A labelled member that was read at this place.</summary>
internal sealed record ReadOrigin(SyntaxNode Syntax, string Name) : Origin
{
    public LabelledRead Read { get; init; } = null!;

    public bool Equals(ReadOrigin? other) => other is not null && Syntax == other.Syntax && Name == other.Name;

    public override int GetHashCode() => Syntax.GetHashCode();
}

/// <summary>Whatever a caller hands in: its labels are put in this place where the method is called.</summary>
/// <param name="Input">A parameter; the method itself stands for <c>this</c>, a type for its static members.</param>
/// <param name="Path">Which part of it; empty for the value itself.</param>
internal sealed record InputOrigin(ISymbol Input, AccessPath Path) : Origin
{
    private readonly int hash = SymbolEqualityComparer.Default.GetHashCode(Input) ^ Path.GetHashCode();

    /// <inheritdoc cref="InputObject.IsWaiting"/>
    public bool IsWaiting => Input is INamedTypeSymbol;

    public bool Equals(InputOrigin? other) => other is not null && (ReferenceEquals(this, other) || (hash == other.hash && Path.Equals(other.Path) && SymbolEqualityComparer.Default.Equals(Input, other.Input)));

    public override int GetHashCode() => hash;
}
