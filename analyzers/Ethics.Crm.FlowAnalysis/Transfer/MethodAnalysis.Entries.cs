using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Entries of dictionaries that come and go in one step, and queues whose elements lie beside their priorities.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>Nothing lies under the key any more. Of a key that is no constant, and where it is not certain which dictionary it is, all stays.</summary>
    private FlowValue Removed(FlowValue map, FlowValue[] values, IReadOnlyList<GivenArgument> arguments)
    {
        var key = KeyAmong(arguments);
        var segment = ElementUnder(arguments[key].Value);
        var value = store.Read(map, segment).With(map.Taints);
        foreach (var (parameter, target) in arguments)
        {
            if (parameter is { RefKind: RefKind.Out })
            {
                HandOut(parameter, target, WithKey(value, values[key], parameter.Type));
            }
        }

        if (segment != Segment.Elements)
        {
            Put(map, segment, FlowValue.None);
        }

        return FlowValue.None;
    }

    /// <summary>What lies under a key afterwards: what lay there before, what is handed in, or what a function makes of either.</summary>
    private FlowValue PutAndTaken(IOperation operation, FlowValue map, FlowValue[] values, IReadOnlyList<GivenArgument> arguments)
    {
        var key = KeyAmong(arguments);
        var segment = ElementUnder(arguments[key].Value);

        // A function is called with the key, with what lies under it, and with what is handed in for it.
        var handed = store.Read(map, segment).With(map.Taints).And(values[key]);
        var put = FlowValue.None;
        for (var i = 0; i < arguments.Count; i++)
        {
            handed = arguments[i].Parameter?.Name == "factoryArgument" ? handed.And(values[i]) : handed;
        }

        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Parameter is { Type.TypeKind: TypeKind.Delegate })
            {
                Hand(arguments[i].Value, arguments[i].Parameter, values[i], handed);
                put = put.And(ResultOf(arguments[i].Value, handed));
            }
            else if (i != key && arguments[i].Parameter?.Name != "factoryArgument")
            {
                put = put.And(values[i]);
            }
        }

        PutWeakly(map, Segment.Keys, values[key]);
        PutWeakly(map, segment, put);
        return WithKey(store.Read(map, segment).With(map.Taints), values[key], operation.Type);
    }

    private static int KeyAmong(IReadOnlyList<GivenArgument> arguments)
    {
        for (var i = 1; i < arguments.Count; i++)
        {
            if (arguments[i].Parameter?.Name == "key")
            {
                return i;
            }
        }

        return 0;
    }

    /// <summary>A simple value that is looked up by a key tells of the key.</summary>
    private static FlowValue WithKey(FlowValue value, FlowValue key, ITypeSymbol? type) => Known.IsSimple(type) ? value.With(key.Taints) : value;

    /// <summary>What a queue by priorities does with elements, and with the priorities beside them.</summary>
    private FlowValue Prioritised(IMethodSymbol target, ElementUse kind, FlowValue queue, FlowValue[] values, IReadOnlyList<GivenArgument> arguments)
    {
        var element = store.Read(queue, Segment.Elements).With(queue.Taints);
        if (kind == ElementUse.Clear)
        {
            foreach (var one in queue.Objects)
            {
                store = queue.Objects.Count == 1 && IsTheOnly(one) ? Cleared(store, one) : store;
            }

            return FlowValue.None;
        }

        for (var i = 0; i < arguments.Count; i++)
        {
            var (parameter, value) = arguments[i];
            switch (parameter?.Name)
            {
                case "element" when parameter.RefKind == RefKind.None:
                    PutWeakly(queue, Segment.Elements, values[i]);
                    break;
                case "priority" when parameter.RefKind == RefKind.None:
                    PutWeakly(queue, Segment.Keys, values[i]);
                    break;
                case "elements":
                    PutWeakly(queue, Segment.Elements, store.Read(values[i], Segment.Elements).With(values[i].Taints));
                    break;
                case "items":
                    var pair = store.Read(values[i], Segment.Elements).With(values[i].Taints);
                    PutWeakly(queue, Segment.Elements, store.Read(pair, Segment.Item(1)).With(pair.Taints));
                    PutWeakly(queue, Segment.Keys, store.Read(pair, Segment.Item(2)).With(pair.Taints));
                    break;
                case "element":
                    HandOut(parameter, value, element);
                    break;
                case "priority":
                    HandOut(parameter, value, store.Read(queue, Segment.Keys).With(queue.Taints));
                    break;
            }
        }

        return target.ReturnsVoid || target.ReturnType.SpecialType == SpecialType.System_Boolean ? FlowValue.None : element.And(store.Read(queue, Segment.Elements));
    }

    /// <summary>Code outside of the program hands something out: the code here has it in hand where it calls that, not where it looks at it.</summary>
    private void HandOut(IParameterSymbol parameter, IOperation target, FlowValue value)
    {
        // What is discarded, nobody has in hand.
        if (target is IDiscardOperation)
        {
            return;
        }

        var call = target.Parent;
        while (call is not null and not (IInvocationOperation or IObjectCreationOperation))
        {
            call = call.Parent;
        }

        Assign(target, call is null || IsFunction(parameter.Type) ? value : InHand(call, value));
    }

    /// <summary>What lies in a collection; of a dictionary, the values of pairs as well that were put in as they are.</summary>
    private FlowValue ValuesIn(FlowValue collection, bool isMap, string segment)
    {
        var value = store.Read(collection, segment);
        return isMap && Pairs(value) is { IsNone: false } pairs ? value.And(store.Read(pairs, Known.PairValue)) : value;
    }

    private FlowValue KeysIn(FlowValue map)
    {
        var keys = store.Read(map, Segment.Keys);
        return Pairs(store.Read(map, Segment.Elements)) is { IsNone: false } pairs ? keys.And(store.Read(pairs, Known.PairKey)) : keys;
    }

    /// <summary>Pairs that a dictionary was filled with lie under its keys, for whoever looks for them in another method too.</summary>
    private void Unpack(FlowValue collection, bool isMap)
    {
        if (isMap && Pairs(store.Read(collection, Segment.Elements)) is { IsNone: false } pairs)
        {
            PutWeakly(collection, Segment.Elements, store.Read(pairs, Known.PairValue));
            PutWeakly(collection, Segment.Keys, store.Read(pairs, Known.PairKey));
        }
    }

    private FlowValue Pairs(FlowValue value) => value.Objects.IsEmpty ? FlowValue.None : value.Unlabelled().Where(one => store.Heap.ContainsKey((one, Known.PairValue)));
}
