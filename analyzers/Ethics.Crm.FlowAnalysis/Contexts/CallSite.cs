using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Contexts;

/// <summary>A place at which code runs other code of this compilation.</summary>
/// <param name="Caller">The method or local function in which it stands.</param>
internal sealed record CallSite(IMethodSymbol Caller, IMethodSymbol Callee, SyntaxNode Syntax)
{
    /// <summary>The walk of the caller on which it is made; null for any.</summary>
    public string? CallerWalk { get; init; } = Walk.Whole;

    /// <summary>The walk of the callee that does what is called here.</summary>
    public string CalleeWalk { get; init; } = Walk.Whole;

    public bool Equals(CallSite? other)
        => other is not null && Syntax == other.Syntax && CallerWalk == other.CallerWalk && CalleeWalk == other.CalleeWalk && SymbolEqualityComparer.Default.Equals(Caller, other.Caller) && SymbolEqualityComparer.Default.Equals(Callee, other.Callee);

    public override int GetHashCode() => Syntax.GetHashCode();
}
