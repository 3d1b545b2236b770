using Ethics.Crm.FlowAnalysis.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>What an expression yields for a container.</summary>
/// <param name="Classes">Null where it is not known.</param>
internal readonly record struct HandedOut(IReadOnlyList<INamedTypeSymbol>? Classes, IReadOnlyList<(INamedTypeSymbol Service, string? Key)> Forwards)
{
    public static readonly HandedOut Nothing = new([], []);

    public static readonly HandedOut Unknown = new(null, []);

    public HandedOut And(HandedOut other) => new(Classes is null || other.Classes is null ? null : [.. Classes, .. other.Classes], [.. Forwards, .. other.Forwards]);
}

/// <summary>Of which classes the objects are that a function or an expression hands to a container.</summary>
internal sealed class HandedOutClasses(TypeHierarchy types)
{
    public HandedOut ByFunction(IOperation function, ITypeSymbol seenAs)
    {
        if (Through(function) is not IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body: var body } })
        {
            return OfType(seenAs);
        }

        var all = HandedOut.Nothing;
        var pending = new Stack<IOperation>();
        pending.Push(body);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            if (operation is IReturnOperation { ReturnedValue: { } value })
            {
                all = all.And(By(value));
                continue;
            }

            foreach (var inner in operation.ChildOperations)
            {
                if (inner is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
                {
                    pending.Push(inner);
                }
            }
        }

        return all.Classes is { Count: 0 } && all.Forwards.Count == 0 ? OfType(seenAs) : all;
    }

    public HandedOut By(IOperation value) => Through(value) switch
    {
        IObjectCreationOperation { Type: INamedTypeSymbol { TypeKind: TypeKind.Class } type } => new([type.OriginalDefinition], []),
        IConditionalOperation { WhenFalse: { } other } choice => By(choice.WhenTrue).And(By(other)),
        ICoalesceOperation choice => By(choice.Value).And(By(choice.WhenNull)),
        IInvocationOperation { TargetMethod: { Name: "GetService" or "GetRequiredService", TypeArguments: [INamedTypeSymbol service] } } => new([], [(service, null)]),
        IInvocationOperation { TargetMethod: { Name: "GetKeyedService" or "GetRequiredKeyedService", TypeArguments: [INamedTypeSymbol service] } } keyed => new([], [(service, KeyAmong(keyed))]),
        { Type: { } type } => OfType(type),
        _ => HandedOut.Unknown,
    };

    /// <summary>The key with which a container is asked.</summary>
    public static string? KeyAmong(IInvocationOperation asked)
        => asked.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "serviceKey") is { } key ? KeyOf(key.Value) : null;

    public static string? KeyOf(IOperation key)
        => Through(key) is { ConstantValue: { HasValue: true, Value: var value }, Type: var type } ? Registration.KeyOf(value, type) : Through(key) is ITypeOfOperation named ? Registration.KeyOf(named.TypeOperand.ToDisplayString(), named.Type) : Registration.AnyKey;

    /// <summary>Of a class, whatever derives from it here; of an interface nobody knows.</summary>
    private HandedOut OfType(ITypeSymbol type)
        => type is INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } named ? new([.. types.MadeAs(named)], []) : HandedOut.Unknown;

    public static IOperation Through(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
        {
            operation = operation is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)operation).Operand;
        }

        return operation;
    }
}
