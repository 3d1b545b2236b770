using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PurposeBench.Peers;

/// <summary>The labelled member that a case is about, with every member through which it is read: bases, interfaces, implementations.</summary>
internal sealed class CaseSource
{
    private CaseSource(IReadOnlyList<ISymbol> members) => Members = members;

    /// <summary>Properties, fields and methods; empty when no member carries the label (an entry of a bag, a parameter).</summary>
    public IReadOnlyList<ISymbol> Members { get; }

    /// <param name="name">As the header names it: <c>Customer.Email</c>.</param>
    /// <param name="space">The namespace of the case.</param>
    public static CaseSource Find(Compilation compilation, string name, string space)
    {
        var parts = name.Split('.');
        var own = Inside(compilation.GlobalNamespace, space).ToList();
        // Mark "Other" is another customer's.
        var type = own.Find(t => t.Name == parts[0]) ?? compilation.GetTypeByMetadataName("PurposeBench." + (parts[0] == "Other" ? "Customer" : parts[0]));
        var member = type is null || parts.Length != 2 ? null : MembersWithBases(type).FirstOrDefault(m => m.Name == parts[1] && IsReadable(m));
        member ??= Given(compilation, name);
        if (member is null)
            return new CaseSource([]);
        var all = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { member.OriginalDefinition };
        // Twice: an implementation leads to its interface, which leads to the other implementations.
        for (var round = 0; round < 2; round++)
        {
            foreach (var one in own.SelectMany(static t => t.GetMembers()).Where(IsReadable))
            {
                var related = Related(one).Select(static m => m.OriginalDefinition).ToList();
                if (all.Contains(one) || related.Exists(all.Contains))
                    all.UnionWith(related.Append(one));
            }
        }

        return new CaseSource([.. all]);
    }

    public bool Is(ISymbol? symbol) => symbol is not null && Members.Contains(symbol.OriginalDefinition, SymbolEqualityComparer.Default);

    /// <summary>Whether an expression takes the value out of the member; writing it and naming it do not.</summary>
    public bool IsRead(ExpressionSyntax expression, SemanticModel model) => expression switch
    {
        _ when Members.Count == 0 || !IsValue(expression) => false,
        InvocationExpressionSyntax call => model.GetSymbolInfo(call).Symbol is IMethodSymbol method && Is(method),
        MemberAccessExpressionSyntax or MemberBindingExpressionSyntax => model.GetSymbolInfo(expression).Symbol is (IPropertySymbol or IFieldSymbol) and var symbol && Is(symbol),
        IdentifierNameSyntax { Parent: not (MemberAccessExpressionSyntax or MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax or ExpressionColonSyntax or QualifiedNameSyntax) } or
            IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax } } =>
            !(expression.Parent is MemberAccessExpressionSyntax access && access.Name == expression) && model.GetSymbolInfo(expression).Symbol is (IPropertySymbol or IFieldSymbol) and var symbol && Is(symbol),
        _ => false,
    };

    private static bool IsValue(ExpressionSyntax expression) => expression.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left != expression,
        ArgumentSyntax argument => argument.RefKindKeyword.IsKind(SyntaxKind.None) && !(argument.Parent?.Parent is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } }),
        RefExpressionSyntax => false,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } => false,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } => false,
        _ => true,
    };

    private static bool IsReadable(ISymbol symbol) => symbol is IPropertySymbol { IsIndexer: false } or IFieldSymbol { IsImplicitlyDeclared: false } or IMethodSymbol { MethodKind: MethodKind.Ordinary, ReturnsVoid: false };

    /// <summary>The member that the marked value is put into, where the mark has a name of its own.</summary>
    private static ISymbol? Given(Compilation compilation, string name) => compilation.SyntaxTrees
        .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => call.ArgumentList.Arguments is [{ Expression: LiteralExpressionSyntax literal }] && literal.Token.ValueText == name)
            .Select(call => call.Parent is AssignmentExpressionSyntax assignment && assignment.Right == call ? compilation.GetSemanticModel(tree).GetSymbolInfo(assignment.Left).Symbol : null))
        .FirstOrDefault(static symbol => symbol is not null && IsReadable(symbol));

    private static IEnumerable<ISymbol> MembersWithBases(INamedTypeSymbol type)
    {
        for (var one = type; one is not null; one = one.BaseType)
        {
            foreach (var member in one.GetMembers())
                yield return member;
        }
    }

    private static IEnumerable<ISymbol> Related(ISymbol member)
    {
        for (var one = Overridden(member); one is not null; one = Overridden(one))
            yield return one;
        foreach (var face in member.ContainingType.AllInterfaces.SelectMany(static i => i.GetMembers()))
        {
            if (SymbolEqualityComparer.Default.Equals(member.ContainingType.FindImplementationForInterfaceMember(face), member))
                yield return face;
        }
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IPropertySymbol property => property.OverriddenProperty,
        IMethodSymbol method => method.OverriddenMethod,
        _ => null,
    };

    private static IEnumerable<INamedTypeSymbol> Inside(INamespaceSymbol root, string space)
    {
        var found = space.Split('.').Aggregate((INamespaceSymbol?)root, static (outer, name) => outer?.GetNamespaceMembers().FirstOrDefault(n => n.Name == name));
        return found is null ? [] : found.GetTypeMembers().SelectMany(Nested);

        static IEnumerable<INamedTypeSymbol> Nested(INamedTypeSymbol type) => type.GetTypeMembers().SelectMany(Nested).Prepend(type);
    }
}
