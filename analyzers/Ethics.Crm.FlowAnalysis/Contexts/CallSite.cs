using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Contexts;

/// <summary>A place at which code runs other code of this compilation.</summary>
/// <param name="Caller">The method or local function in which it stands.</param>
internal sealed record CallSite(IMethodSymbol Caller, IMethodSymbol Callee, SyntaxNode Syntax)
{
    public bool Equals(CallSite? other)
        => other is not null && Syntax == other.Syntax && SymbolEqualityComparer.Default.Equals(Caller, other.Caller) && SymbolEqualityComparer.Default.Equals(Callee, other.Callee);

    public override int GetHashCode() => Syntax.GetHashCode();
}
