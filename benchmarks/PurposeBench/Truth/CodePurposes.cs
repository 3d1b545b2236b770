using Ethics.Crm;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PurposeBench.Truth;

/// <summary>What code works for, by the order of the contract: from inside out, and by the callers of code that declares nothing.</summary>
internal sealed class CodePurposes(CaseWorld world)
{
    /// <summary>What the code works for that had a value in hand.</summary>
    /// <returns>Null when neither it nor anybody who called it declares a purpose, and no scope is open.</returns>
    public IReadOnlyList<string>? Of(Arrival arrival) =>
        arrival.Stack.Select(At).FirstOrDefault(static purposes => purposes is not null) ?? (arrival.Scope.Count > 0 ? arrival.Scope : null);

    /// <summary>What the code at a node declares, whoever calls it.</summary>
    public IReadOnlyList<string>? Declared(SyntaxNode node)
    {
        var model = world.Sources.GetSemanticModel(node.SyntaxTree);
        for (var (inner, outer) = (node, node.Parent); outer is not null; (inner, outer) = (outer, outer.Parent))
        {
            if (InBody(inner, outer, model) is { } nearer)
                return nearer;
            if (outer is MemberDeclarationSyntax and not (BaseNamespaceDeclarationSyntax or BaseTypeDeclarationSyntax or FieldDeclarationSyntax) && model.GetDeclaredSymbol(outer) is { } member)
                return OfMember(member);
            if (outer is TypeDeclarationSyntax type && model.GetDeclaredSymbol(type) is { } holder)
                return OfTypes(holder, holder);
        }

        return null;
    }

    private IReadOnlyList<string>? At(CodePosition place)
    {
        if (!world.Trees.TryGetValue(place.File, out var tree))
            return null;
        var start = tree.GetText().Lines[place.Line - 1].Start + place.Column - 1;
        return tree.GetRoot().FindToken(start).Parent is { } node ? Declared(node) : null;
    }

    /// <summary>Scopes, lambdas and local functions.</summary>
    private static IReadOnlyList<string>? InBody(SyntaxNode inner, SyntaxNode outer, SemanticModel model) => outer switch
    {
        UsingStatementSyntax scope when inner == scope.Statement => Opened(scope.Expression ?? scope.Declaration?.Variables[0].Initializer?.Value, model),
        BlockSyntax block => block.Statements.TakeWhile(s => s != inner).Reverse().OfType<LocalDeclarationStatementSyntax>().Where(static s => s.UsingKeyword.IsKind(SyntaxKind.UsingKeyword))
            .Select(s => Opened(s.Declaration.Variables[0].Initializer?.Value, model)).FirstOrDefault(static purposes => purposes is not null),
        LambdaExpressionSyntax lambda => By(model.GetSymbolInfo(lambda).Symbol) ?? RunBy(lambda, model),
        AnonymousMethodExpressionSyntax method => RunBy(method, model),
        LocalFunctionStatementSyntax local => By(model.GetDeclaredSymbol(local)),
        _ => null,
    };

    private static IReadOnlyList<string>? Opened(ExpressionSyntax? opening, SemanticModel model) =>
        opening is InvocationExpressionSyntax call && IsScope(call, model, "Enter") ? Constants(call.ArgumentList.Arguments, model) : null;

    private static IReadOnlyList<string>? RunBy(SyntaxNode lambda, SemanticModel model) =>
        lambda.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } && (IsScope(call, model, "Run") || IsScope(call, model, "RunAsync"))
            ? Constants(call.ArgumentList.Arguments.Take(1), model)
            : null;

    private static bool IsScope(InvocationExpressionSyntax call, SemanticModel model, string name) =>
        model.GetSymbolInfo(call).Symbol is IMethodSymbol method && method.Name == name && method.ContainingType.ToDisplayString() == "Ethics.Crm.PurposeScope";

    private static IReadOnlyList<string>? Constants(IEnumerable<ArgumentSyntax> arguments, SemanticModel model)
    {
        var purposes = arguments.Select(a => model.GetConstantValue(a.Expression).Value as string).ToList();
        return purposes.Contains(null) ? null : [.. purposes.OfType<string>()];
    }

    private IReadOnlyList<string>? OfMember(ISymbol member)
    {
        var inherited = RelatedMembers.Above(member).Select(By).OfType<IReadOnlyList<string>>().SelectMany(static p => p).Distinct().ToList();
        return By(member) ?? (inherited.Count > 0 ? inherited : OfTypes(member, member.ContainingType));
    }

    private IReadOnlyList<string>? OfTypes(ISymbol member, INamedTypeSymbol holder)
    {
        var types = new List<INamedTypeSymbol>();
        for (var type = holder; type is not null; type = type.ContainingType)
            types.Add(type);
        var names = types.Select(PolicyNames.OfType).ToList();
        return types.Select(By).Concat(types.SelectMany(Bases).Select(By)).FirstOrDefault(static p => p is not null)
            ?? world.Policy.FindCode(member is INamedTypeSymbol ? names : [PolicyNames.OfMember(member), .. names])?.Purposes
            ?? By(member.ContainingAssembly);
    }

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var one = type.BaseType; one is not null; one = one.BaseType)
            yield return one;
        foreach (var face in type.AllInterfaces)
            yield return face;
    }

    private static IReadOnlyList<string>? By(ISymbol? symbol) =>
        symbol?.GetAttributes().FirstOrDefault(static a => a.AttributeClass?.Name == nameof(ForPurposeAttribute)) is { ConstructorArguments: [{ Kind: TypedConstantKind.Array } purposes] }
            ? [.. purposes.Values.Select(static v => v.Value as string).OfType<string>()]
            : null;
}
