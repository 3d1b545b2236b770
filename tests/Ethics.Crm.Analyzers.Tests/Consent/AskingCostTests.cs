using Ethics.Crm.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.Analyzers.Tests.Consent;

/// <summary>A method that reads much, an export or a mapping, is walked through once and not for each of its reads.</summary>
public sealed class AskingCostTests
{
    [Theory]
    [InlineData(100)]
    [InlineData(1600)]
    public void EachOperation_IsJudgedOnce(int calls)
    {
        var source = "class Job { void Run(string text) { " + string.Concat(Enumerable.Repeat("System.GC.KeepAlive(text);\n", calls)) + "} }";
        var compilation = CSharpCompilation.Create("Acme", [CSharpSyntaxTree.ParseText(source)], ProductReferences.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var tree = compilation.SyntaxTrees.Single();
        var body = compilation.GetSemanticModel(tree).GetOperation(tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single())!;
        var places = body.Descendants().Where(static one => one.Kind == OperationKind.ParameterReference).ToArray();
        Assert.Equal(calls, places.Length);

        var judged = 0;
        var asked = new Analyzers.Consent.AskedBefore(_ => { judged++; return false; }, static _ => null);
        Assert.DoesNotContain(places, asked.At);
        Assert.InRange(judged, 1, body.Descendants().Count());
    }
}
