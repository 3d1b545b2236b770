using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
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

        var elements = value switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
#if ROSLYN5
            ICollectionExpressionOperation collection => collection.Elements,
#endif
            _ => default,
        };
        if (elements.IsDefault)
        {
            return null;
        }

        var names = ImmutableArray.CreateBuilder<string>(elements.Length);
        foreach (var element in elements)
        {
            if (element is not { ConstantValue: { HasValue: true, Value: string name } })
            {
                return null;
            }

            names.Add(name);
        }

        return names.ToImmutable();
    }
}
