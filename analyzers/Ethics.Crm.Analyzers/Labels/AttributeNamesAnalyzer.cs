using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers.Labels;

/// <summary>ECRM1101: an attribute names a purpose, category or recipient that the policy does not declare, or none.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AttributeNamesAnalyzer : PurposeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(RuleDescriptors.NamesUnknown);

    internal override void Register(CompilationStartAnalysisContext start, PurposeContext purposes)
    {
        if (purposes.Table is not { } table)
        {
            return;
        }

        var names = new AttributeSpellings(start.Compilation);
        start.RegisterSyntaxNodeAction(
            context =>
            {
                var syntax = (AttributeSyntax)context.Node;
                if (!context.IsGeneratedCode
                    && names.MayBeOurs(syntax.Name)
                    && !IsKnownToBeRight(context, syntax, table)
                    && context.SemanticModel.GetSymbolInfo(syntax, context.CancellationToken).Symbol?.ContainingType is { } attributeClass
                    && NamedThing.Of(attributeClass) is { } thing)
                {
                    Check(context, syntax, thing, table);
                }
            },
            SyntaxKind.Attribute);
    }

    /// <summary>
    /// What the compiler has bound already, for its own sake, decides nearly all attributes; asking the semantic model binds each once more. False means only that
    /// the syntax has to be looked at.
    /// </summary>
    private static bool IsKnownToBeRight(SyntaxNodeAnalysisContext context, AttributeSyntax syntax, PolicyTable table)
    {
        var data = context.ContainingSymbol?.GetAttributes().FirstOrDefault(one =>
            one.ApplicationSyntaxReference is { } reference && reference.SyntaxTree == syntax.SyntaxTree && reference.Span == syntax.Span);
        if (data is not { AttributeClass: { } attributeClass, AttributeConstructor: not null } || NamedThing.Of(attributeClass) is not { } thing)
        {
            return false;
        }

        var names = data.ConstructorArguments.SelectMany(argument => argument.Kind == TypedConstantKind.Array && !argument.IsNull ? argument.Values.AsEnumerable() : [argument]).ToArray();
        return names.Length > 0
            && names.All(name => name is { Kind: TypedConstantKind.Primitive, Value: string text } && !string.IsNullOrWhiteSpace(text) && thing.IsKnown(table, text));
    }

    private static void Check(SyntaxNodeAnalysisContext context, AttributeSyntax syntax, NamedThing thing, PolicyTable table)
    {
        var expressions = (syntax.ArgumentList?.Arguments ?? default)
            .Where(argument => argument.NameEquals is null)
            .SelectMany(argument => Elements(argument.Expression))
            .ToArray();
        if (expressions.Length == 0)
        {
            Report(context, syntax, thing.Missing(syntax.ToString()));
        }

        foreach (var expression in expressions)
        {
            var constant = context.SemanticModel.GetConstantValue(expression, context.CancellationToken);
            if (!constant.HasValue)
            {
                // Does not compile, and the compiler says so.
                continue;
            }

            if (thing.Objection(table, expression.ToString(), constant.Value as string) is { } objection)
            {
                Report(context, expression, objection);
            }
        }
    }

    private static IEnumerable<ExpressionSyntax> Elements(ExpressionSyntax expression) => expression switch
    {
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        ArrayCreationExpressionSyntax => [],
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
        CollectionExpressionSyntax collection => collection.Elements.OfType<ExpressionElementSyntax>().Select(element => element.Expression),
        _ => [expression],
    };

    private static void Report(SyntaxNodeAnalysisContext context, SyntaxNode node, string message)
        => context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.NamesUnknown, node.GetLocation(), message));
}
