using System.Collections.Concurrent;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>
/// The only owner of semantic models and control-flow graphs. A model that was handed out while the compiler worked has every body of its file bound already; a new one
/// binds them again, at ten to thirty times the price.
/// </summary>
internal sealed class BodyProvider(Compilation compilation)
{
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> kept = new();
    private readonly Dictionary<IMethodSymbol, ControlFlowGraph?> graphs = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<SyntaxTree, SemanticModel> made = new();

    /// <summary>Bodies for which no model was kept.</summary>
    public int BoundAgain { get; private set; }

    public void Keep(SemanticModel model) => kept[model.SyntaxTree] = model;

    public void Drop()
    {
        kept.Clear();
        made.Clear();
        graphs.Clear();
    }

    /// <summary>Null for a method without body in this compilation.</summary>
    public ControlFlowGraph? GraphOf(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (!graphs.TryGetValue(method, out var graph))
        {
            graph = Make(method, cancellationToken);
            graphs.Add(method, graph);
        }

        return graph;
    }

    /// <summary>The operation as a rule sees it, with what stands around it: in a graph it has lost that.</summary>
    public IOperation? OperationAt(SyntaxNode syntax, CancellationToken cancellationToken) => ModelOf(syntax.SyntaxTree).GetOperation(syntax, cancellationToken);

    private ControlFlowGraph? Make(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var implementation = method.PartialImplementationPart ?? method;
        if (method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction || implementation.DeclaringSyntaxReferences.IsEmpty)
        {
            return null;
        }

        foreach (var reference in implementation.DeclaringSyntaxReferences)
        {
            var syntax = reference.GetSyntax(cancellationToken);
            if (OperationAt(syntax, cancellationToken) is not { Parent: null } body)
            {
                continue;
            }

            if (!kept.ContainsKey(syntax.SyntaxTree))
            {
                BoundAgain++;
            }

            switch (body)
            {
                case IMethodBodyOperation whole when whole.BlockBody is not null || whole.ExpressionBody is not null:
                    return ControlFlowGraph.Create(whole, cancellationToken);
                case IConstructorBodyOperation constructor when constructor.BlockBody is not null || constructor.ExpressionBody is not null:
                    return ControlFlowGraph.Create(constructor, cancellationToken);
                case IBlockOperation block:
                    return ControlFlowGraph.Create(block, cancellationToken);
            }
        }

        return null;
    }

    private SemanticModel ModelOf(SyntaxTree tree)
    {
        if (kept.TryGetValue(tree, out var model))
        {
            return model;
        }

        if (!made.TryGetValue(tree, out var other))
        {
#pragma warning disable RS1030 // The second path: counted, and the only place that may.
            other = compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
            made.Add(tree, other);
        }

        return other;
    }
}
