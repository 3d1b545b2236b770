using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Purposes;

/// <summary>Constant strings in argument position: one, a <c>params</c> list, an array.</summary>
internal static class ConstantStrings
{
    /// <summary>Null when any of them is not a compile-time constant.</summary>
    public static ImmutableArray<string>? Of(IOperation value)
    {
        while (value is IConversionOperation { ConstantValue.HasValue: false } conversion)
        {
            value = conversion.Operand;
        }

        if (value.ConstantValue is { HasValue: true, Value: string text })
        {
            return ImmutableArray.Create(text);
        }

        return value switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => All(initializer.ElementValues.Select(element => element.ConstantValue)),
            // By syntax: the floor compiler has no operation for it.
            { Syntax: CollectionExpressionSyntax collection, SemanticModel: { } model } => All(collection.Elements.Select(element
                => element is ExpressionElementSyntax single ? model.GetConstantValue(single.Expression) : default)),
            _ => null,
        };
    }

    private static ImmutableArray<string>? All(IEnumerable<Optional<object?>> constants)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var constant in constants)
        {
            if (constant is not { HasValue: true, Value: string name })
            {
                return null;
            }

            names.Add(name);
        }

        return names.ToImmutable();
    }
}
