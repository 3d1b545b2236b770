using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Caches and sessions of the framework: what lies under one key is put there, found, replaced and forgotten as in a dictionary.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>Null for a method of which that is not known.</summary>
    private FlowValue? InStore(IOperation operation, IMethodSymbol target, FlowValue owner, FlowValue[] values, IReadOnlyList<GivenArgument> arguments)
    {
        // Of an extension what keeps is the first argument, and the key the second.
        var given = target.IsStatic ? 1 : 0;
        if (arguments.Count < given || (target.IsStatic && (!target.IsExtensionMethod || target.Parameters.IsEmpty)))
        {
            return null;
        }

        var type = target.IsStatic ? target.Parameters[0].Type : target.ContainingType;
        if (!KeyedStores.Is(type) || !SymbolEqualityComparer.Default.Equals(target.ContainingNamespace, type.ContainingNamespace))
        {
            return null;
        }

        for (var i = 0; i < arguments.Count; i++)
        {
            // Named in another order, nothing is known of which is which.
            if (arguments[i].Parameter?.Ordinal != i)
            {
                return null;
            }
        }

        var keeper = target.IsStatic ? values[0] : owner;
        if (target is { Name: "Clear", IsStatic: false, Parameters.IsEmpty: true })
        {
            Empty(keeper);
            return FlowValue.None;
        }

        if (arguments.Count == given)
        {
            return null;
        }

        var segment = ElementUnder(arguments[given].Value);
        switch (target.Name)
        {
            case "Set" or "SetString" or "SetInt32" or "SetAsync" or "SetStringAsync" when arguments.Count > given + 1:
                PutWeakly(keeper, Segment.Keys, values[given]);
                PutUnder(keeper, segment, values[given + 1]);
                return target.ReturnsVoid || Known.IsBareTask(target.ReturnType) ? FlowValue.None : values[given + 1];
            case "Get" or "GetString" or "GetInt32" or "GetAsync" or "GetStringAsync" when arguments.Count == given + 1 || arguments[given + 1].Parameter?.Type.Name == "CancellationToken":
                return WithKey(SharedPart(operation, Known.Awaited(operation.Type), keeper, store.Read(keeper, segment).With(keeper.Taints)), values[given], Known.Awaited(operation.Type));
            case "TryGetValue" when arguments.Count == given + 2 && arguments[given + 1].Parameter is { RefKind: RefKind.Out } parameter:
                HandOut(parameter, arguments[given + 1].Value, WithKey(SharedPart(operation, parameter.Type, keeper, store.Read(keeper, segment).With(keeper.Taints)), values[given], parameter.Type));
                return FlowValue.None;
            case "Remove" or "RemoveAsync":
                if (segment != Segment.Elements)
                {
                    Put(keeper, segment, FlowValue.None);
                }

                return FlowValue.None;
            default:
                return null;
        }
    }

    /// <summary>What lay under the key before is gone, where it is certain which key it is.</summary>
    private void PutUnder(FlowValue keeper, string segment, FlowValue value)
    {
        if (segment == Segment.Elements)
        {
            PutWeakly(keeper, segment, value);
        }
        else
        {
            Put(keeper, segment, value);
        }
    }
}
