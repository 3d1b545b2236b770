using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PurposeBench.Index;
using PurposeBench.Truth;

namespace Ethics.Crm.PurposeBench.Tests;

/// <summary>The methods that a case calls, one from the other.</summary>
internal static class CallChain
{
    private static readonly CaseWorld World = CaseWorld.Of(Bench.Folder);

    /// <returns>How many methods of the case are called, by whatever way, from its <c>Run</c>; not counting that and what the prelude brings.</returns>
    public static int Methods(BenchCase one)
    {
        var tree = World.Trees[one.Files[0]];
        var model = World.Sources.GetSemanticModel(tree);
        var run = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single(static m => m.Identifier.Text == "Run");
        var reached = new HashSet<MethodDeclarationSyntax> { run };
        var open = new Stack<MethodDeclarationSyntax>(reached);
        while (open.TryPop(out var method))
        {
            foreach (var called in method.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(call => model.GetSymbolInfo(call).Symbol?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()).OfType<MethodDeclarationSyntax>())
            {
                if (reached.Add(called))
                    open.Push(called);
            }
        }

        return reached.Count - 1;
    }
}
