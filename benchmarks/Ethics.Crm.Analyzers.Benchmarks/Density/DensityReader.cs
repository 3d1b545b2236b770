using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.Analyzers.Benchmarks.Density;

/// <summary>Counts in source alone: packages that a program references are not there, so calls of them are calls of nobody. Its own code binds without them.</summary>
internal static partial class DensityReader
{
    /// <param name="isAboutPeople">Whether a property is what a policy for this program would label.</param>
    public static ProgramDensity Read(string name, IEnumerable<(string Path, string Text)> files, Func<IPropertySymbol, bool> isAboutPeople)
    {
        var usual = CSharpSyntaxTree.ParseText("global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;");
        var trees = files.Where(static file => !Left().IsMatch(file.Path)).Select(static file => CSharpSyntaxTree.ParseText(file.Text, path: file.Path)).ToArray();
        var references = Places.WebFramework.Append(Places.Attributes).Select(static path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("Counted", trees.Append(usual), references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var sum = new ProgramDensity(name, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        foreach (var tree in trees)
        {
            var model = compilation.GetSemanticModel(tree);
            sum = sum with { Lines = sum.Lines + tree.GetText().Lines.Count };
            foreach (var body in tree.GetRoot().DescendantNodes().Where(HasCode))
                sum = Add(sum, body, model, isAboutPeople);
        }

        return sum;
    }

    private static bool HasCode(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
        AccessorDeclarationSyntax accessor => accessor.Body is not null || accessor.ExpressionBody is not null,
        PropertyDeclarationSyntax property => property.ExpressionBody is not null,
        _ => false,
    };

    private static ProgramDensity Add(ProgramDensity sum, SyntaxNode body, SemanticModel model, Func<IPropertySymbol, bool> isAboutPeople)
    {
        var reads = 0;
        var (lambdas, calls, own, throughInterfaces) = (0, 0, 0, 0);
        foreach (var node in body.DescendantNodes())
        {
            switch (node)
            {
                case LambdaExpressionSyntax:
                    lambdas++;
                    break;
                case InvocationExpressionSyntax call:
                    calls++;
                    if (Named(model, call) is { } called && called.Locations.Any(static location => location.IsInSource))
                    {
                        own++;
                        throughInterfaces += called.ContainingType?.TypeKind == TypeKind.Interface ? 1 : 0;
                    }

                    break;
                case SimpleNameSyntax property when IsRead(property) && Named(model, property) is IPropertySymbol symbol && isAboutPeople(symbol):
                    reads++;
                    break;
            }
        }

        return sum with
        {
            Bodies = sum.Bodies + 1,
            BodyLines = sum.BodyLines + body.GetText().Lines.Count,
            Asynchronous = sum.Asynchronous + (body is MethodDeclarationSyntax method && method.Modifiers.Any(SyntaxKind.AsyncKeyword) ? 1 : 0),
            Lambdas = sum.Lambdas + lambdas,
            Calls = sum.Calls + calls,
            OwnCalls = sum.OwnCalls + own,
            InterfaceCalls = sum.InterfaceCalls + throughInterfaces,
            Reads = sum.Reads + reads,
            Readers = sum.Readers + (reads > 0 ? 1 : 0),
        };
    }

    // Without its packages a call may fit none of its overloads; the nearest says enough.
    private static ISymbol? Named(SemanticModel model, SyntaxNode node) => model.GetSymbolInfo(node) is var info ? info.Symbol ?? info.CandidateSymbols.FirstOrDefault() : null;

    private static bool IsRead(SimpleNameSyntax name)
    {
        ExpressionSyntax whole = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return whole.Parent is not (NameColonSyntax or NameEqualsSyntax) && !(whole.Parent is AssignmentExpressionSyntax assignment && assignment.Left == whole && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression));
    }

    [GeneratedRegex(@"[/\\](obj|bin|[Tt]ests?|Migrations)[/\\]|\.Tests?[./\\]|Designer\.cs$|\.g\.cs$")]
    private static partial Regex Left();
}
