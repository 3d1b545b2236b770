using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PurposeBench.Peers;

/// <summary>
/// Puts a case into the words of a rule whose sources and sinks are fixed: each read of the source becomes what a request brought, each value handed to a sink
/// passes through the text of a command, each declassified value is an unrelated one. Everything between stays, and every line keeps its number.
/// </summary>
internal sealed class WebRewriter : CSharpSyntaxRewriter
{
    private static readonly SymbolDisplayFormat Typed = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private readonly CaseFlow _flow;
    private readonly CaseSource _source;
    private readonly SemanticModel _model;
    private readonly IReadOnlySet<int> _untouched;

    private WebRewriter(CaseFlow flow, CSharpCompilation program, IReadOnlySet<int> untouched) => (_flow, _source, _model, _untouched) = (flow, SourceIn(program, flow), program.GetSemanticModel(program.SyntaxTrees[0]), untouched);

    /// <summary>The program to analyse.</summary>
    /// <exception cref="InvalidOperationException">It does not compile.</exception>
    public static CSharpCompilation Rewrite(CaseFlow flow)
    {
        var program = Unconditional(flow, flow.Program.AddReferences(WebShape.Reference(flow.Program)));
        // Where C# allows no assignment and no cast (expression trees, constant patterns), the line stays as it was.
        var untouched = new HashSet<int>();
        for (var round = 0; round < 8; round++)
        {
            var tree = program.SyntaxTrees[0];
            var rewritten = new WebRewriter(flow, program, untouched).Visit(tree.GetRoot())!;
            var result = program.ReplaceSyntaxTree(tree, CaseProgram.Parse(rewritten.ToFullString(), tree.FilePath));
            var errors = CaseProgram.Errors(result);
            if (errors.Count == 0)
                return result;
            if (!errors.Select(static e => e.Location.GetLineSpan().StartLinePosition.Line).Select(untouched.Add).ToList().Contains(true))
                throw new InvalidOperationException($"{flow.Case.Id} does not compile in the words of the rule: {errors[0]}");
        }

        throw new InvalidOperationException($"{flow.Case.Id} does not compile in the words of the rule.");
    }

    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        var visited = base.Visit(node);
        if (node is not ExpressionSyntax expression || visited is not ExpressionSyntax written || _untouched.Contains(node.GetLocation().GetLineSpan().StartLinePosition.Line))
            return visited;
        if (expression is InvocationExpressionSyntax && _model.GetSymbolInfo(expression).Symbol is IMethodSymbol called && _flow.Sinks.IsAnonymizer(called) && TypeName(expression) is { } clean)
            written = Replaced(written, WebShape.Unrelated(clean));
        if (IsWholeRead(expression) && TypeName(expression) is { } read)
            written = Replaced(written, WebShape.Brought(Bare(written), read));
        if (IsHandedToSink(expression) && TypeName(expression) is { } handed)
            written = Replaced(written, WebShape.Commanded(Bare(written), handed));
        return written;
    }

    // Names and attributes are no values.
    public override SyntaxNode? VisitAttributeList(AttributeListSyntax node) => node;

    /// <summary><c>a?.Email.Trim()</c> cannot be wrapped at <c>.Email</c>; without the question mark it can, and nothing else changes.</summary>
    private static CSharpCompilation Unconditional(CaseFlow flow, CSharpCompilation program)
    {
        var tree = program.SyntaxTrees[0];
        var model = program.GetSemanticModel(tree);
        var source = SourceIn(program, flow);
        var marks = tree.GetRoot().DescendantNodes().OfType<ConditionalAccessExpressionSyntax>()
            .Where(access => access.WhenNotNull.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Any(e => source.IsRead(e, model) && IsBound(e)))
            .Where(static access => access.WhenNotNull is not MemberBindingExpressionSyntax)
            .Select(static access => access.OperatorToken).ToList();
        if (marks.Count == 0)
            return program;
        var text = tree.GetText().WithChanges(marks.Select(static mark => new Microsoft.CodeAnalysis.Text.TextChange(mark.Span, "")));
        var changed = program.ReplaceSyntaxTree(tree, CaseProgram.Parse(text.ToString(), tree.FilePath));
        return CaseProgram.Errors(changed).Count == 0 ? changed : program;
    }

    private static bool IsBound(ExpressionSyntax expression) => expression switch
    {
        MemberBindingExpressionSyntax or ElementBindingExpressionSyntax => true,
        MemberAccessExpressionSyntax access => IsBound(access.Expression),
        InvocationExpressionSyntax call => IsBound(call.Expression),
        ElementAccessExpressionSyntax element => IsBound(element.Expression),
        _ => false,
    };

    private bool IsWholeRead(ExpressionSyntax expression) => expression is ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax binding }
        ? IsSource(binding)
        : !IsBound(expression) && expression is not MemberBindingExpressionSyntax && IsSource(expression);

    private bool IsSource(ExpressionSyntax expression) => _source.IsRead(expression, _model);

    // Each compilation has symbols of its own.
    private static CaseSource SourceIn(Compilation program, CaseFlow flow) => CaseSource.Find(program, flow.Case.Source, flow.Case.Namespace);

    private bool IsHandedToSink(ExpressionSyntax expression)
    {
        if (_model.GetConstantValue(expression).HasValue)
            return false;
        switch (expression.Parent)
        {
            case AssignmentExpressionSyntax assignment when assignment.Right == expression:
                return _model.GetSymbolInfo(assignment.Left).Symbol is { } member && _flow.Sinks.IsSink(member);
            case ArgumentSyntax { RefKindKeyword.RawKind: 0, Parent: ArgumentListSyntax { Parent: { } call } list } argument:
                return CaseFlow.Called(call, _model) is { Parameters.Length: > 0 } method && Parameter(method, list, argument) is { } parameter && _flow.Sinks.IsSink(parameter);
            case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax extension } access when access.Expression == expression:
                return CaseFlow.Called(extension, _model)?.ReducedFrom is { } whole && _flow.Sinks.IsSink(whole.Parameters[0]) && whole.Parameters[0].Type.ToDisplayString() != "Microsoft.Extensions.Logging.ILogger";
            default:
                return false;
        }
    }

    private static IParameterSymbol? Parameter(IMethodSymbol method, ArgumentListSyntax list, ArgumentSyntax argument) => argument.NameColon is { } name
        ? method.Parameters.FirstOrDefault(p => p.Name == name.Name.Identifier.Text)
        : method.Parameters[Math.Min(list.Arguments.IndexOf(argument), method.Parameters.Length - 1)];

    private string? TypeName(ExpressionSyntax expression)
    {
        var info = _model.GetTypeInfo(expression);
        var type = info.Type ?? info.ConvertedType;
        if (type is null or { TypeKind: TypeKind.Error or TypeKind.Pointer or TypeKind.Delegate } || type.SpecialType == SpecialType.System_Void || expression is AnonymousFunctionExpressionSyntax)
            return null;
        var name = type.ToDisplayString(Typed);
        return name.Contains('<') && name.Contains("anonymous type", StringComparison.Ordinal) ? "object" : name;
    }

    private static string Bare(ExpressionSyntax expression) => expression.WithoutTrivia().ToFullString();

    private static ExpressionSyntax Replaced(ExpressionSyntax original, string text) => SyntaxFactory.ParseExpression(text + Lines(original, text)).WithTriviaFrom(original);

    // What is dropped keeps its lines.
    private static string Lines(ExpressionSyntax original, string text) => new('\n', Math.Max(0, Bare(original).Count(static c => c == '\n') - text.Count(static c => c == '\n')));
}
