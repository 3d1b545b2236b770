using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PurposeBench.Index;

namespace PurposeBench.Peers;

/// <summary>A case as a question to a taint analysis: does the value of the source arrive at a sink?</summary>
internal sealed class CaseFlow
{
    private CaseFlow(BenchCase one, CSharpCompilation program, PolicyWords policy)
    {
        Case = one;
        Program = program;
        Source = CaseSource.Find(program, one.Source, one.Namespace);
        Sinks = new CaseSinks(one.Channel, policy);
        InDecision = policy.Decisions.Contains(one.Channel);
        Tree = program.SyntaxTrees[0];
    }

    public BenchCase Case { get; }

    public CSharpCompilation Program { get; }

    /// <summary>The file of the case.</summary>
    public SyntaxTree Tree { get; }

    public CaseSource Source { get; }

    public CaseSinks Sinks { get; }

    public bool InDecision { get; }

    public static CaseFlow Of(string folder, BenchCase one, PolicyWords policy) => new(one, CaseProgram.Compile(folder, one), policy);

    /// <summary>Whether the program itself takes the value out of the member somewhere.</summary>
    public bool IsRead()
    {
        var model = Program.GetSemanticModel(Tree);
        return Tree.GetRoot().DescendantNodes().OfType<ExpressionSyntax>().Any(e => Source.IsRead(e, model))
            || Tree.GetRoot().DescendantNodes().OfType<SubpatternSyntax>().Any(p => p.ExpressionColon is { } colon && Source.Is(model.GetSymbolInfo(colon.Expression).Symbol));
    }

    /// <summary>The parameters and properties that the program hands something to and that are sinks.</summary>
    public IEnumerable<ISymbol> SinksUsed()
    {
        var model = Program.GetSemanticModel(Tree);
        foreach (var node in Tree.GetRoot().DescendantNodes())
        {
            if (node is AssignmentExpressionSyntax assignment && model.GetSymbolInfo(assignment.Left).Symbol is { } member && Sinks.IsSink(member))
                yield return member.OriginalDefinition;
            if (Called(node, model) is { } method)
            {
                foreach (var parameter in (method.ReducedFrom ?? method).OriginalDefinition.Parameters.Where(Sinks.IsSink))
                    yield return parameter;
            }
        }
    }

    /// <summary>
    /// The methods that the program calls for what they do, not for a value. The engines begin only at a body that names a source, and hear of what happens in a
    /// callee only when they hand it something tainted; where these are named as sources too, they begin in every body that uses a value. Nothing comes out of them.
    /// </summary>
    public IEnumerable<IMethodSymbol> Begins()
    {
        var model = Program.GetSemanticModel(Tree);
        return Tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Select(call => model.GetSymbolInfo(call).Symbol).OfType<IMethodSymbol>()
            .Where(static m => m.ReturnsVoid || m.ReturnType.ToDisplayString() is "System.Threading.Tasks.Task" or "System.Threading.Tasks.ValueTask")
            .Where(static m => m.MethodKind is MethodKind.Ordinary or MethodKind.ReducedExtension)
            .Select(static m => (m.ReducedFrom ?? m).OriginalDefinition);
    }

    /// <summary>The method or constructor that a node calls with arguments.</summary>
    public static IMethodSymbol? Called(SyntaxNode node, SemanticModel model) => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax
        ? model.GetSymbolInfo(node).Symbol as IMethodSymbol
        : null;
}
