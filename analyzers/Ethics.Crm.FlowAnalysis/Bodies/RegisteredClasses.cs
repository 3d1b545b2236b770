using Ethics.Crm.FlowAnalysis.Calls;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Bodies;

/// <summary>What the objects are that an expression hands to a container.</summary>
/// <param name="Classes">Null where it is not known.</param>
internal readonly record struct Implementations(IReadOnlyList<INamedTypeSymbol>? Classes, IReadOnlyList<(INamedTypeSymbol Service, string? Key)> Forwards)
{
    public static readonly Implementations None = new([], []);

    public static readonly Implementations Unknown = new(null, []);

    public Implementations And(Implementations other) => new(Classes is null || other.Classes is null ? null : [.. Classes, .. other.Classes], [.. Forwards, .. other.Forwards]);
}

/// <summary>Of which classes the objects are that a function or an expression hands to a container.</summary>
internal sealed class RegisteredClasses(TypeHierarchy types)
{
    private const string Keyed = "FromKeyedServicesAttribute";

    public Implementations ByFunction(IOperation function, ITypeSymbol seenAs)
    {
        if (Conversions.Through(function) is not IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body: var body } })
        {
            return OfType(seenAs);
        }

        var all = Implementations.None;
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

    public Implementations By(IOperation value) => Conversions.Through(value) switch
    {
        IObjectCreationOperation { Type: INamedTypeSymbol { TypeKind: TypeKind.Class } type } => new([type.OriginalDefinition], []),
        IConditionalOperation { WhenFalse: { } other } choice => By(choice.WhenTrue).And(By(other)),
        ICoalesceOperation choice => By(choice.Value).And(By(choice.WhenNull)),
        IInvocationOperation { TargetMethod: { Name: "GetService" or "GetRequiredService", TypeArguments: [INamedTypeSymbol service] } asked } when ContainerCalls.IsAsking(asked) => new([], [(service, null)]),
        IInvocationOperation { TargetMethod: { Name: "GetKeyedService" or "GetRequiredKeyedService", TypeArguments: [INamedTypeSymbol service] } asked } keyed when ContainerCalls.IsAsking(asked) => new([], [(service, KeyAmong(keyed))]),
        { Type: { } type } => OfType(type),
        _ => Implementations.Unknown,
    };

    /// <summary>The key with which a container is asked.</summary>
    public static string? KeyAmong(IInvocationOperation asked)
        => asked.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "serviceKey") is { } key ? KeyOf(key.Value) : null;

    public static string? KeyOf(IOperation key)
        => Conversions.Through(key) is { ConstantValue: { HasValue: true, Value: var value }, Type: var type } ? Registration.KeyOf(value, type) : Conversions.Through(key) is ITypeOfOperation named ? Registration.KeyOf(named.TypeOperand.ToDisplayString(), named.Type) : Registration.AnyKey;

    /// <summary>The key by which a container chooses what it hands to the parameter. Null without one.</summary>
    public static string? KeyOf(IParameterSymbol parameter)
    {
        foreach (var attribute in parameter.GetAttributes())
        {
            if (attribute.AttributeClass is not { } type)
            {
                continue;
            }

            if (type.Name == Keyed)
            {
                return attribute.ConstructorArguments is [{ Kind: not TypedConstantKind.Array, Value: var key, Type: var seenAs }]
                    ? key is ITypeSymbol named ? Registration.KeyOf(named.ToDisplayString(), seenAs) : Registration.KeyOf(key, seenAs)
                    : Registration.AnyKey;
            }

            for (var current = type.BaseType; current is not null; current = current.BaseType)
            {
                if (current.Name == Keyed)
                {
                    // An attribute of the program says the key to its base.
                    return Registration.AnyKey;
                }
            }
        }

        return null;
    }

    /// <summary>Of a class, whatever derives from it here; of an interface nobody knows.</summary>
    private Implementations OfType(ITypeSymbol type)
        => type is INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } named ? new([.. types.MadeAs(named)], []) : Implementations.Unknown;
}
