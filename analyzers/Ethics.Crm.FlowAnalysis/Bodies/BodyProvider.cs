using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading;
using Ethics.Crm.FlowAnalysis.SideCars;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
    private readonly Dictionary<IMethodSymbol, ImmutableArray<ControlFlowGraph>> graphs = new(SymbolEqualityComparer.Default);
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

    /// <summary>What runs when the method does, in its order: of a constructor also the initializers of fields and properties. Empty for a method without body in this compilation.</summary>
    public ImmutableArray<ControlFlowGraph> GraphsOf(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (!graphs.TryGetValue(method, out var found))
        {
            graphs.Add(method, found = Make(method, cancellationToken));
        }

        return found;
    }

    /// <summary>Whether the method does something that can be followed: it has a body, or keeps what it is given.</summary>
    public bool HasBody(IMethodSymbol method, CancellationToken cancellationToken) => !IsAutomatic(method) && (Initializers.IsPrimary(method) || !GraphsOf(method, cancellationToken).IsEmpty);

    /// <summary>An accessor of an automatic property: most accessors of a program are, and no model needs to be asked.</summary>
    private static bool IsAutomatic(IMethodSymbol method)
        => method.AssociatedSymbol is IPropertySymbol && (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences is [var accessor] && accessor.GetSyntax() is AccessorDeclarationSyntax { Body: null, ExpressionBody: null };

    /// <summary>The operation as a rule sees it, with what stands around it: in a graph it has lost that.</summary>
    public IOperation? OperationAt(SyntaxNode syntax, CancellationToken cancellationToken) => SideCarPlaces.Has(syntax) ? null : ModelOf(syntax.SyntaxTree).GetOperation(syntax, cancellationToken);

    /// <summary>By which methods the parts are found of what an assignment or a loop takes apart. Null where it is neither.</summary>
    public DeconstructionInfo? DeconstructionAt(SyntaxNode syntax) => syntax switch
    {
        AssignmentExpressionSyntax assignment => ModelOf(syntax.SyntaxTree).GetDeconstructionInfo(assignment),
        ForEachVariableStatementSyntax loop => ModelOf(syntax.SyntaxTree).GetDeconstructionInfo(loop),
        { Parent: ForEachVariableStatementSyntax loop } => ModelOf(syntax.SyntaxTree).GetDeconstructionInfo(loop),
        _ => null,
    };

    /// <summary>All bodies and initializers of the compilation, with what they are of. For a compilation that no compiler has worked through: all of it is bound.</summary>
    public IEnumerable<(IOperation Body, ISymbol Of)> All(CancellationToken cancellationToken)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = ModelOf(tree);
            foreach (var node in tree.GetRoot(cancellationToken).DescendantNodesAndSelf())
            {
                var declaration = node switch
                {
                    BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or CompilationUnitSyntax => node,
                    ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax } => node,
                    EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax } => node,
                    EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } } => node,
                    _ => null,
                };
                if (declaration is not null && model.GetOperation(declaration, cancellationToken) is { } body && OwnerOf(model, declaration, cancellationToken) is { } owner)
                {
                    yield return (body, owner);
                }
            }
        }
    }

    private static ISymbol? OwnerOf(SemanticModel model, SyntaxNode declaration, CancellationToken cancellationToken) => declaration switch
    {
        EqualsValueClauseSyntax => model.GetDeclaredSymbol(declaration.Parent!, cancellationToken),
        ArrowExpressionClauseSyntax => (model.GetDeclaredSymbol(declaration.Parent!, cancellationToken) as IPropertySymbol)?.GetMethod,
        CompilationUnitSyntax => model.Compilation.GetEntryPoint(cancellationToken),
        _ => model.GetDeclaredSymbol(declaration, cancellationToken),
    };

    private ImmutableArray<ControlFlowGraph> Make(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction || !SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly))
        {
            return ImmutableArray<ControlFlowGraph>.Empty;
        }

        var made = ImmutableArray.CreateBuilder<ControlFlowGraph>();
        var body = BodyOf(method, cancellationToken);
        if (method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor && !CallsAnother(body, method))
        {
            made.AddRange(Initializers.Of(method).Select(syntax => OperationAt(syntax.GetSyntax(cancellationToken), cancellationToken)).Select(operation => Graph(operation, cancellationToken)).OfType<ControlFlowGraph>());
        }

        if (Graph(body, cancellationToken) is { } graph)
        {
            made.Add(graph);
        }

        return made.ToImmutable();
    }

    /// <summary>The body of a method as a rule sees it; null for one without body in this compilation, and for functions inside another.</summary>
    public IOperation? BodyOf(IMethodSymbol method, CancellationToken cancellationToken)
    {
        foreach (var reference in (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences)
        {
            var syntax = reference.GetSyntax(cancellationToken);
            if (OperationAt(syntax, cancellationToken) is { Parent: null } body)
            {
                if (!kept.ContainsKey(syntax.SyntaxTree))
                {
                    BoundAgain++;
                }

                return body;
            }
        }

        return null;
    }

    /// <summary>Whether a constructor leaves the initializers to another one of its type.</summary>
    private static bool CallsAnother(IOperation? body, IMethodSymbol method)
        => body is IConstructorBodyOperation { Initializer: IExpressionStatementOperation { Operation: IInvocationOperation call } } && SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, method.ContainingType);

    private static ControlFlowGraph? Graph(IOperation? body, CancellationToken cancellationToken) => body switch
    {
        IMethodBodyOperation whole when whole.BlockBody is not null || whole.ExpressionBody is not null => ControlFlowGraph.Create(whole, cancellationToken),
        IConstructorBodyOperation { BlockBody: not null } or IConstructorBodyOperation { ExpressionBody: not null } or IConstructorBodyOperation { Initializer: not null } => ControlFlowGraph.Create((IConstructorBodyOperation)body, cancellationToken),
        IFieldInitializerOperation field => ControlFlowGraph.Create(field, cancellationToken),
        IPropertyInitializerOperation property => ControlFlowGraph.Create(property, cancellationToken),
        IBlockOperation block => ControlFlowGraph.Create(block, cancellationToken),
        _ => null,
    };

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
