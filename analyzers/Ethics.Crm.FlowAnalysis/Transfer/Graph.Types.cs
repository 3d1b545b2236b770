using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Conditions that ask for the type of what the method is handed, where the caller knows it. That it is none of these is known; that it is one is not, since there may be nothing.</summary>
internal sealed partial class Graph
{
    private Optional<object?> IsType(IOperation value, ITypeSymbol asked) => TypesOf(value) is { IsDefaultOrEmpty: false } types && IsNone(types, asked) ? ConstantValues.Of(false) : default;

    private Optional<object?> FitsType(IPatternOperation pattern, ImmutableArray<ITypeSymbol> types)
    {
        switch (pattern)
        {
            case IDeclarationPatternOperation { MatchesNull: false, MatchedType: { } asked }:
                return IsNone(types, asked) ? ConstantValues.Of(false) : default;
            case ITypePatternOperation { MatchedType: { } asked }:
                return IsNone(types, asked) ? ConstantValues.Of(false) : default;
            case IRecursivePatternOperation { MatchedType: { } asked }:
                return IsNone(types, asked) ? ConstantValues.Of(false) : default;
            case INegatedPatternOperation negated:
                return FitsType(negated.Pattern, types) is { HasValue: true, Value: bool fits } ? ConstantValues.Of(!fits) : default;
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either:
                return FitsType(either.LeftPattern, types) is { HasValue: true, Value: false } && FitsType(either.RightPattern, types) is { HasValue: true, Value: false } ? ConstantValues.Of(false) : default;
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both:
                return FitsType(both.LeftPattern, types) is { HasValue: true, Value: false } || FitsType(both.RightPattern, types) is { HasValue: true, Value: false } ? ConstantValues.Of(false) : default;
            default:
                return default;
        }
    }

    /// <summary>What the caller knows of what stands there: a parameter that nothing writes, or what the method is called on.</summary>
    private ImmutableArray<ITypeSymbol> TypesOf(IOperation operation) => Known.Types.IsEmpty || !Known.IsExact ? default : operation switch
    {
        IParameterReferenceOperation parameter => Known.Types.TryGetValue(parameter.Parameter, out var types) ? types : default,
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => Known.Types.TryGetValue(of, out var types) ? types : default,
        IFlowCaptureReferenceOperation capture => Targets.TryGetValue(capture.Id, out var captured) && captured.Count == 1 ? TypesOf(captured[0]) : default,
        IConversionOperation { OperatorMethod: null } conversion => TypesOf(conversion.Operand),
        _ => default,
    };

    /// <summary>Whether none of the types is the one that is asked for, or is beneath it.</summary>
    private static bool IsNone(ImmutableArray<ITypeSymbol> types, ITypeSymbol asked)
        => asked is INamedTypeSymbol { SpecialType: not SpecialType.System_Object, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T } && types.All(type => type is not ITypeParameterSymbol && !TypeHierarchy.IsA(type, asked));
}
