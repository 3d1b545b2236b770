using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Reads;

/// <summary>The <c>ToString</c> that nobody wrote: <c>"a" + name</c>, <c>$"{name}"</c>.</summary>
internal static class ImplicitText
{
    /// <summary>Each call with the type of the object whose text is taken.</summary>
    public static IEnumerable<(MemberRead Read, ITypeSymbol? Receiver)> In(IOperation operation) => operation.Kind switch
    {
        OperationKind.Binary when operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String } sum
            => Of(sum.LeftOperand, sum, isFormatted: false).Concat(Of(sum.RightOperand, sum, isFormatted: false)),
        OperationKind.CompoundAssignment when operation is ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String } sum
            => Of(sum.Value, sum, isFormatted: false),
        OperationKind.Interpolation when operation is IInterpolationOperation interpolation => Of(interpolation.Expression, interpolation, isFormatted: true),
        OperationKind.InterpolatedStringAppendFormatted when operation is IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: [{ } first, ..] } } append => Of(first.Value, append, isFormatted: true),
        _ => [],
    };

    private static IEnumerable<(MemberRead Read, ITypeSymbol? Receiver)> Of(IOperation value, IOperation operation, bool isFormatted)
    {
        while (value is IConversionOperation { OperatorMethod: null } conversion && (conversion.IsImplicit || IsSameObject(conversion.GetConversion())))
        {
            value = conversion.Operand;
        }

        var type = value.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : value.Type;

        // Text, numbers, dates and `object`: nearly all that is put together, and nobody labels what they say.
        if (type is not { SpecialType: SpecialType.None, TypeKind: not (TypeKind.Error or TypeKind.Dynamic) })
        {
            yield break;
        }

        var named = ReceiverLabels.Class(type) ?? type;
        if (((isFormatted ? Formatted(named) : null) ?? Plain(named)) is { } method)
        {
            yield return (new MemberRead(method, operation, value.Syntax), type);
        }
    }

    /// <summary>A cast to a base type or <c>object</c>: its text is still that of the object.</summary>
    private static bool IsSameObject(Conversion conversion) => conversion.IsImplicit && (conversion.IsReference || conversion.IsBoxing || conversion.IsIdentity);

    /// <summary>What interpolation prefers: <c>IFormattable.ToString</c>, as the type implements it.</summary>
    private static IMethodSymbol? Formatted(ITypeSymbol type)
        => type.AllInterfaces.FirstOrDefault(one => one is { Name: "IFormattable", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
            ?.GetMembers(nameof(ToString)).OfType<IMethodSymbol>().FirstOrDefault() is { } contract
                ? type.FindImplementationForInterfaceMember(contract) as IMethodSymbol ?? contract
                : null;

    private static IMethodSymbol? Plain(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (Declared(current) is { } method)
            {
                return method;
            }
        }

        return type.AllInterfaces.Select(Declared).FirstOrDefault(method => method is not null);
    }

    private static IMethodSymbol? Declared(ITypeSymbol type)
        => type.GetMembers(nameof(ToString)).OfType<IMethodSymbol>().FirstOrDefault(method => method is { Parameters.Length: 0, IsStatic: false, Arity: 0 });
}
