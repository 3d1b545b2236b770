using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ethics.Crm.Analyzers.Binding;

/// <summary>The classes that the program's start-up code leaves unbound, by their simple names. Looked for in the text, once, and only in a project that has something to say.</summary>
internal sealed class LeftUnbound(Compilation compilation)
{
    public const string Method = "LeaveUnbound";

    private readonly Lazy<HashSet<string>> names = new(() => Find(compilation));

    public bool Names(INamedTypeSymbol type) => names.Value.Contains(type.Name);

    private static HashSet<string> Find(Compilation compilation)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
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
                    found.Add(SimpleName(generic.TypeArgumentList.Arguments[0]));
                }
                else if (call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: Method }, ArgumentList.Arguments: [{ Expression: TypeOfExpressionSyntax type }, ..] })
                {
                    found.Add(SimpleName(type.Type));
                }
            }
        }

        return found;
    }

    private static string SimpleName(TypeSyntax type) => type switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        _ => "",
    };
}
