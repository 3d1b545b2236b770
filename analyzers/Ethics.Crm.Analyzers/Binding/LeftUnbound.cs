using System.Threading;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.Analyzers.Binding;

/// <summary>
/// The classes that the program's start-up code leaves unbound. Looked for in the text, once, and only in a project that has something to say; a name in it means what it can mean where it stands,
/// so that a class of the same name elsewhere is not left with it.
/// </summary>
internal sealed class LeftUnbound(Compilation compilation)
{
    public const string Method = "LeaveUnbound";

    private readonly Lazy<HashSet<string>> names = new(() => Find(compilation));

    public bool Names(INamedTypeSymbol type) => names.Value.Contains(SymbolNames.FullName(type));

    private static HashSet<string> Find(Compilation compilation)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var everywhere = new Lazy<List<string>>(() => WrittenUsings.OfEveryFile(compilation));
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (tree.GetText(CancellationToken.None).ToString().IndexOf(Method, StringComparison.Ordinal) < 0)
            {
                continue;
            }

            foreach (var call in tree.GetRoot(CancellationToken.None).DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (call.Expression is MemberAccessExpressionSyntax { Name: GenericNameSyntax { Identifier.ValueText: Method } generic })
                {
                    found.UnionWith(WrittenUsings.Meanings(generic.TypeArgumentList.Arguments[0], everywhere.Value));
                }
                else if (call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: Method }, ArgumentList.Arguments: [{ Expression: TypeOfExpressionSyntax type }, ..] })
                {
                    found.UnionWith(WrittenUsings.Meanings(type.Type, everywhere.Value));
                }
            }
        }

        return found;
    }
}
