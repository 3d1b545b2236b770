using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>What stands in the body of a method: most have nothing that needs a closer look, and one walk tells. The operations are there already; the nodes of the syntax would be made anew.</summary>
internal sealed class BodyShape
{
    public BodyShape(ImmutableArray<ControlFlowGraph> body)
    {
        var whole = new Descent();
        foreach (var graph in body)
        {
            whole.Begin(graph.OriginalOperation);
        }

        while (!HasFunctions && whole.Next())
        {
            HasFunctions = whole.Current.Kind is OperationKind.AnonymousFunction or OperationKind.LocalFunction or OperationKind.TranslatedQuery;
            MayOpen |= HasFunctions || whole.Current.Kind is OperationKind.Using or OperationKind.UsingDeclaration;
        }
    }

    /// <summary>Lambdas, local functions, clauses of a query.</summary>
    public bool HasFunctions { get; }

    /// <summary>Whether something in it may work for other purposes than the member as a whole.</summary>
    public bool MayOpen { get; }
}
