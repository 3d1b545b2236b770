using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Findings;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>
/// An extension method as a function of what it extends, <c>text.Shout</c>: the compiler does not show what stands before the dot. A variable, or a member of one that has no label and no code, is found from the
/// text; of anything else is told what it names.
/// </summary>
internal sealed partial class MethodAnalysis
{
    private const string Extension = "an extension method that is handed over as a function";

    /// <summary>What is known of what stands before the dot. Null where nothing does.</summary>
    private FlowValue? Extended(IMethodReferenceOperation reference)
    {
        if (reference is not { Instance: null, Method: { IsStatic: true, IsExtensionMethod: true } or { ReducedFrom: not null }, Syntax: MemberAccessExpressionSyntax { Expression: var extended } } || graph.Body.OriginalOperation.SemanticModel is not { } model)
        {
            return null;
        }

        if (model.GetSymbolInfo(extended, cancellationToken).Symbol is INamespaceOrTypeSymbol)
        {
            return null;
        }

        if (ValueOf(extended, model) is { } value)
        {
            return value;
        }

        foreach (var named in extended.DescendantNodesAndSelf().OfType<SimpleNameSyntax>())
        {
            switch (model.GetSymbolInfo(named, cancellationToken).Symbol)
            {
                case ILocalSymbol or IParameterSymbol when ValueOf(named, model) is { } part:
                    Lose(extended, part, Extension);
                    break;
                case { } member when !purposes.Labels.Of(member.OriginalDefinition, cancellationToken).IsEmpty:
                    solver.Lost(method, new LostValue(extended, SymbolNames.Display(member), Extension));
                    break;
            }
        }

        return FlowValue.None;
    }

    /// <summary>Null for what cannot be had from the text.</summary>
    private FlowValue? ValueOf(ExpressionSyntax expression, SemanticModel model)
    {
        while (expression is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { OperatorToken.RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.ExclamationToken })
        {
            expression = expression is ParenthesizedExpressionSyntax inner ? inner.Expression : ((PostfixUnaryExpressionSyntax)expression).Operand;
        }

        if (expression is ThisExpressionSyntax)
        {
            return This();
        }

        var symbol = expression is IdentifierNameSyntax or MemberAccessExpressionSyntax { Name: IdentifierNameSyntax } ? model.GetSymbolInfo(expression, cancellationToken).Symbol : null;
        switch (symbol)
        {
            case not null when !purposes.Labels.Of(symbol.OriginalDefinition, cancellationToken).IsEmpty:
                return null;
            case ILocalSymbol local:
                return Variable(local);
            case IParameterSymbol parameter:
                return Kept(parameter) ?? Variable(VariableOf(parameter));
            case IFieldSymbol { IsStatic: false, RefKind: RefKind.None } or IPropertySymbol { IsStatic: false, IsIndexer: false, ReturnsByRef: false } when !IsFromElsewhere(symbol) && (symbol is not IPropertySymbol property || (IsAutomatic(property) && property.GetMethod is { } getter && !solver.HasBody(getter) && !IsOpen(getter))):
                var owner = expression is MemberAccessExpressionSyntax access ? ValueOf(access.Expression, model) : This();
                return owner is null ? null : store.Read(owner, Segment.Of(symbol));
            default:
                return null;
        }
    }
}
