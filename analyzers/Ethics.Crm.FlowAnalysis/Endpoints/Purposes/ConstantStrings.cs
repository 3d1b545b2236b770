using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Purposes;

/// <summary>A string as it is written in argument position.</summary>
/// <param name="Constant">Without value where only the run time knows it.</param>
internal sealed record WrittenString(SyntaxNode Syntax, Optional<object?> Constant)
{
    /// <summary>Null for a null constant; meaningful only where there is a constant.</summary>
    public string? Text => Constant.HasValue ? Constant.Value as string : null;
}

/// <summary>Strings in argument position: one, a <c>params</c> list, an array.</summary>
internal static class ConstantStrings
{
    /// <summary>Null when any of them is not a compile-time constant. A null is an empty text: neither names anything.</summary>
    public static ImmutableArray<string>? Of(IOperation value)
        => Written(value) is { } written && written.All(one => one.Constant.HasValue)
            ? written.Select(one => one.Text ?? "").ToImmutableArray()
            : null;

    /// <summary>One by one, with their places. Empty for a list without element, and for null in place of a list. Null where the list itself is not written there.</summary>
    public static ImmutableArray<WrittenString>? Written(IOperation value)
    {
        var isList = value.Parent is IArgumentOperation { Parameter.Type.TypeKind: TypeKind.Array };
        while (value is IConversionOperation { ConstantValue.HasValue: false } conversion)
        {
            value = conversion.Operand;
        }

        if (value.ConstantValue is { HasValue: true } constant)
        {
            return constant.Value is null && isList
                ? ImmutableArray<WrittenString>.Empty
                : ImmutableArray.Create(new WrittenString(Whole(value.Syntax), constant));
        }

        return value switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues.Select(Element).ToImmutableArray(),
            // Nothing but nulls.
            IArrayCreationOperation { DimensionSizes: { Length: 1 } sizes } when sizes[0].ConstantValue.HasValue => ImmutableArray<WrittenString>.Empty,
            IInvocationOperation { TargetMethod: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_Array } } => ImmutableArray<WrittenString>.Empty,
            // By syntax: the floor compiler has no operation for it.
            { Syntax: CollectionExpressionSyntax collection, SemanticModel: { } model } => collection.Elements.Select(element => Element(element, model)).ToImmutableArray(),
            _ => null,
        };
    }

    /// <summary>The expression with the parentheses and the <c>!</c> that operations pass over.</summary>
    public static SyntaxNode Whole(SyntaxNode expression)
    {
        while (expression.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
        {
            expression = expression.Parent;
        }

        return expression;
    }

    private static WrittenString Element(IOperation element)
    {
        while (element is IConversionOperation { IsImplicit: true } conversion)
        {
            element = conversion.Operand;
        }

        return new WrittenString(Whole(element.Syntax), element.ConstantValue);
    }

    private static WrittenString Element(CollectionElementSyntax element, SemanticModel model)
        => element is ExpressionElementSyntax single ? new WrittenString(single.Expression, model.GetConstantValue(single.Expression)) : new WrittenString(element, default);
}
