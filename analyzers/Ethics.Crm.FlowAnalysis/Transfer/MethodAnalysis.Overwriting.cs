using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Lambdas and local functions that put something else into variables of the method around them.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>
    /// A function of this method has run, here and now, to its end: what it always overwrites holds nothing any more of what the method put there before. What functions put there is found beside that.
    /// </summary>
    /// <param name="function">A lambda, or a local function.</param>
    private void Overwrite(IMethodSymbol function)
    {
        if (apart is not null || !SymbolEqualityComparer.Default.Equals(graph.Of, method) || function.IsAsync || nested.GraphOf(function) is not { } body || nested.SummaryOf(function).IsLazy)
        {
            return;
        }

        foreach (var variable in Overwritten.By(body, function))
        {
            if (SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, method) && store.References.Find(variable) is null && !store.Of(variable).IsNone)
            {
                store = store.With(variable, FlowValue.None);
            }
        }
    }
}
