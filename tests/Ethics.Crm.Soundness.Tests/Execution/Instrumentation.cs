using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Ethics.Crm.Soundness.Tests.Execution;

/// <summary>
/// Makes a printed program tell what it works for and what it reads. It knows the text only, and reads the attributes in it as the contract says, so that interpreter and
/// execution have nothing in common but the program.
/// </summary>
internal sealed class Instrumentation : CSharpSyntaxRewriter
{
    private readonly Dictionary<string, string> labelled;
    private bool anonymizes;
    private int filters;

    private Instrumentation(SyntaxNode root) => labelled = root.DescendantNodes().OfType<PropertyDeclarationSyntax>()
        .Where(static property => Attribute(property.AttributeLists, "CollectedFor") is not null)
        .ToDictionary(static property => property.Identifier.Text, static property => ((TypeDeclarationSyntax)property.Parent!).Identifier.Text + "." + property.Identifier.Text, StringComparer.Ordinal);

    public static SyntaxNode Of(SyntaxNode root) => new Instrumentation(root).Visit(root);

    /// <summary>The name of the method that gives static members their first content again, because a class is initialised once only.</summary>
    public const string Reset = "LedgerReset";

    public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node)
    {
        var initial = node.Members.Where(static member => member.Modifiers.Any(SyntaxKind.StaticKeyword)).Select(static member => member switch
        {
            FieldDeclarationSyntax { Declaration.Variables: [{ Initializer: { } value } field] } => $"{field.Identifier} {value};",
            PropertyDeclarationSyntax { Initializer: { } value } property => $"{property.Identifier} {value};",
            _ => "",
        });
        var visited = (ClassDeclarationSyntax)base.VisitClassDeclaration(node)!;
        return visited.AddMembers(ParseMemberDeclaration($"public static void {Reset}() {{ {string.Concat(initial)} }}")!);
    }

    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node) => Begun(node);

    public override SyntaxNode? VisitOperatorDeclaration(OperatorDeclarationSyntax node) => Begun(node);

    public override SyntaxNode? VisitConversionOperatorDeclaration(ConversionOperatorDeclarationSyntax node) => Begun(node);

    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        var body = (BlockSyntax)Visit(node.Body)!;
        return node.WithBody(body.WithStatements(body.Statements.Insert(0, Begin(Purposes(node)))));
    }

    private BaseMethodDeclarationSyntax Begun(BaseMethodDeclarationSyntax node)
    {
        var parameters = (ParameterListSyntax)Visit(node.ParameterList)!;
        if (node.Body is null)
            return node.WithParameterList(parameters);
        anonymizes = Attribute(node.AttributeLists, "Anonymizes") is not null;
        var body = (BlockSyntax)Visit(node.Body)!;
        anonymizes = false;
        return node.WithParameterList(parameters).WithBody(body.WithStatements(body.Statements.Insert(0, Begin(Purposes(node)))));
    }

    /// <summary>What collects text without telling is another class.</summary>
    public override SyntaxNode? VisitIdentifierName(IdentifierNameSyntax node) => node.Identifier.Text == "StringBuilder" ? node.WithIdentifier(Identifier("TrackedBuilder").WithTriviaFrom(node.Identifier)) : node;

    /// <summary>A labelled member that a pattern takes is read there.</summary>
    public override SyntaxNode? VisitIsPatternExpression(IsPatternExpressionSyntax node) => Taken(node.Pattern) is var (full, member, name)
        ? ParseExpression($"{Visited(node.Expression).ToFullString()} is {{ {member}: var {name}Raw }} && Ledger.Read(\"{full}\", {name}Raw) is var {name}")
        : base.VisitIsPatternExpression(node);

    public override SyntaxNode? VisitSwitchExpression(SwitchExpressionSyntax node) => node.Arms is [{ Pattern: var pattern, Expression: var result }] && Taken(pattern) is var (full, member, name)
        ? ParseExpression($"{Visited(node.GoverningExpression).ToFullString()} switch {{ {{ {member}: var {name}Raw }} when Ledger.Read(\"{full}\", {name}Raw) is var {name} => {Visited(result).ToFullString()} }}")
        : base.VisitSwitchExpression(node);

    private (string Full, string Member, string Name)? Taken(PatternSyntax pattern) =>
        pattern is RecursivePatternSyntax { PropertyPatternClause.Subpatterns: [{ NameColon.Name.Identifier.Text: var member, Pattern: VarPatternSyntax { Designation: SingleVariableDesignationSyntax name } }] } && labelled.TryGetValue(member, out var full)
            ? (full, member, name.Identifier.Text)
            : null;

    /// <summary>Between what an iterator hands out and what it is asked for next, whoever asks works for what it declares itself.</summary>
    public override SyntaxNode? VisitYieldStatement(YieldStatementSyntax node) => Purposes(node) is null ? base.VisitYieldStatement(node) : Block(
        ParseStatement($"var yielded = {Visited(node.Expression!).ToFullString()};"), ParseStatement("entered.Pause();"), ParseStatement("yield return yielded;"), ParseStatement("entered.Resume();"));

    /// <summary>A filter is asked before what is between it and the exception has ended, and works for what is around it all the same.</summary>
    public override SyntaxNode? VisitTryStatement(TryStatementSyntax node)
    {
        var visited = (TryStatementSyntax)base.VisitTryStatement(node)!;
        if (visited.Catches is not [{ Filter.FilterExpression: var filter } handler])
            return visited;
        var number = ++filters;
        var asked = CatchFilterClause(ParseExpression(
            $"Ledger.Move(outside{number}, out var inside{number}) && ({filter.ToFullString()}) is var holds{number} && Ledger.Move(inside{number}, out _) && holds{number}"));
        return Block(ParseStatement($"var outside{number} = Ledger.Now;"), visited.WithCatches(SingletonList(handler.WithFilter(asked))));
    }

    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) => node.WithBody(Body(node));

    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) => node.WithBody(Body(node));

    public override SyntaxNode? VisitReturnStatement(ReturnStatementSyntax node)
    {
        var visited = (ReturnStatementSyntax)base.VisitReturnStatement(node)!;
        return anonymizes && visited.Expression is { } value ? visited.WithExpression(Tell("Clean", value)) : visited;
    }

    public override SyntaxNode? VisitForStatement(ForStatementSyntax node) => ((ForStatementSyntax)base.VisitForStatement(node)!) is var loop ? loop.WithStatement(Counted(loop.Statement)) : null;

    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node) => ((ForEachStatementSyntax)base.VisitForEachStatement(node)!) is var loop ? loop.WithStatement(Counted(loop.Statement)) : null;

    public override SyntaxNode? VisitAssignmentExpression(AssignmentExpressionSyntax node)
    {
        var member = node.Left switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.Text,
            IdentifierNameSyntax name => name.Identifier.Text,
            _ => "",
        };
        var value = (ExpressionSyntax)Visit(node.Right)!;
        // What stands on the left of the last dot is read, the member itself is not.
        var left = node.Left is MemberAccessExpressionSyntax target ? target.WithExpression((ExpressionSyntax)Visit(target.Expression)!) : (ExpressionSyntax)Visit(node.Left)!;
        if (node.IsKind(SyntaxKind.AddAssignmentExpression))
            return AssignmentExpression(SyntaxKind.SimpleAssignmentExpression, left, Tell("Concat", left, value));
        return node.WithLeft(left).WithRight(labelled.TryGetValue(member, out var full) ? Tell("Store", Text(full), value) : value);
    }

    public override SyntaxNode? VisitMemberAccessExpression(MemberAccessExpressionSyntax node)
    {
        var visited = (MemberAccessExpressionSyntax)base.VisitMemberAccessExpression(node)!;
        return labelled.TryGetValue(node.Name.Identifier.Text, out var full) ? Tell("Read", Text(full), visited) : visited;
    }

    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node) => node.IsKind(SyntaxKind.AddExpression)
        ? Tell("Concat", (ExpressionSyntax)Visit(node.Left)!, (ExpressionSyntax)Visit(node.Right)!)
        : base.VisitBinaryExpression(node);

    public override SyntaxNode? VisitInterpolatedStringExpression(InterpolatedStringExpressionSyntax node) => Tell("Concat", [.. node.Contents.Select(part => part switch
    {
        InterpolationSyntax hole => (ExpressionSyntax)Visit(hole.Expression)!,
        InterpolatedStringTextSyntax text => Text(text.TextToken.ValueText),
        _ => throw new InvalidOperationException(part.ToString()),
    })]);

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (node.Expression is not MemberAccessExpressionSyntax { Name.Identifier.Text: var name, Expression: var receiver })
            return base.VisitInvocationExpression(node);
        return (name, receiver) switch
        {
            ("ToUpperInvariant", _) => Tell("Derive", Visited(receiver), ParseExpression("static v => v.ToUpperInvariant()")),
            ("Format", PredefinedTypeSyntax) when node.ArgumentList.Arguments is [_, var first, var second] =>
                Tell("Derive", Visited(first.Expression), Visited(second.Expression), ParseExpression("static (v, w) => string.Format(\"{0}|{1}\", v, w)")),
            ("ToString", InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "TrimStart", Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "AsSpan" } span } } }) =>
                Tell("Derive", Visited(span.Expression), ParseExpression("static v => v.AsSpan().TrimStart('[').ToString()")),
            ("ToString", MemberAccessExpressionSyntax { Name.Identifier.Text: "Length" } length) => Tell("Derive", Visited(length.Expression), ParseExpression("static v => v.Length.ToString()")),
            ("ToString", ParenthesizedExpressionSyntax { Expression: BinaryExpressionSyntax equality }) =>
                Tell("Derive", Visited(equality.Left), Visited(equality.Right), ParseExpression("static (v, w) => (v == w).ToString()")),
            ("Enter", IdentifierNameSyntax { Identifier.Text: "PurposeScope" }) => node.WithExpression(ParseExpression("Ledger.Enter")),
            _ => base.VisitInvocationExpression(node),
        };
    }

    private ExpressionSyntax Visited(ExpressionSyntax expression) => (ExpressionSyntax)Visit(expression)!;

    private BlockSyntax Body(LambdaExpressionSyntax lambda)
    {
        var outside = anonymizes;
        anonymizes = false;
        var body = lambda.Block is { } block ? (BlockSyntax)Visit(block)! : Block(ReturnStatement(Visited(lambda.ExpressionBody!)).WithReturnKeyword(Token(SyntaxKind.ReturnKeyword).WithTrailingTrivia(Space)));
        anonymizes = outside;
        return body.WithStatements(body.Statements.Insert(0, Begin(Purposes(lambda))));
    }

    private static StatementSyntax Counted(StatementSyntax statement) =>
        statement is BlockSyntax block ? block.WithStatements(block.Statements.Insert(0, ParseStatement("Ledger.Step();"))) : statement;

    private static StatementSyntax Begin(string? purposes) => ParseStatement(purposes is null ? "Ledger.Step();" : $"using var entered = Ledger.Enter({purposes});");

    /// <summary>The innermost declaration around code: a scope, then the method, then the class. As it is written, in quotes.</summary>
    private static string? Purposes(SyntaxNode code)
    {
        foreach (var node in code.AncestorsAndSelf())
        {
            var declared = node switch
            {
                UsingStatementSyntax { Expression: InvocationExpressionSyntax enter } => enter.ArgumentList.Arguments.ToString(),
                BaseMethodDeclarationSyntax method => Attribute(method.AttributeLists, "ForPurpose")?.ArgumentList?.Arguments.ToString(),
                ClassDeclarationSyntax type => Attribute(type.AttributeLists, "ForPurpose")?.ArgumentList?.Arguments.ToString(),
                _ => null,
            };
            if (declared is not null)
                return declared;
        }

        return null;
    }

    private static AttributeSyntax? Attribute(SyntaxList<AttributeListSyntax> lists, string name) => lists.SelectMany(static list => list.Attributes).FirstOrDefault(attribute => attribute.Name.ToString() == name);

    private static ExpressionSyntax Text(string text) => LiteralExpression(SyntaxKind.StringLiteralExpression, Literal(text));

    private static InvocationExpressionSyntax Tell(string method, params ExpressionSyntax[] arguments) =>
        InvocationExpression(ParseExpression("Ledger." + method), ArgumentList(SeparatedList(arguments.Select(static argument => Argument(argument.WithoutTrivia())))));
}
