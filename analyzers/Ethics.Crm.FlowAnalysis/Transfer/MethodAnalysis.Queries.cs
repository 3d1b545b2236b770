using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Queries that make other elements of elements, with functions that take more than an element: tuples, pairs, and what becomes of a group.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>Null for one that is none of these.</summary>
    /// <param name="given">How many of the arguments are the sequence itself.</param>
    private FlowValue? Query(
        IOperation operation, IMethodSymbol target, ElementUse kind, FlowValue collection, FlowValue element, IReadOnlyList<GivenArgument> arguments, FlowValue[] values, int given)
    {
        switch (kind)
        {
            case ElementUse.Append:
                // What comes into the sequence before it is asked is among them.
                return collection.And(Yielded(operation, values.Skip(given).Aggregate(FlowValue.None, static (all, value) => all.And(value))));
            case ElementUse.Filter:
                Yields("keySelector", element);
                return collection;
            case ElementUse.Chunk:
                var chunk = FlowValue.Of(new MadeObject(operation.Syntax, null) { Part = "chunk" });
                PutWeakly(chunk, Segment.Elements, element);
                return Yielded(operation, chunk);
            case ElementUse.Number:
                return Yielded(operation, Together(operation, FlowValue.None, element));
            case ElementUse.Zip:
                var sequences = new List<FlowValue> { element };
                for (var i = given; i < values.Length; i++)
                {
                    if (Known.IsCollection(arguments[i].Value.Type))
                    {
                        sequences.Add(store.Read(values[i], Segment.Elements).With(values[i].Taints));
                    }
                }

                return Yielded(operation, Yields("resultSelector", sequences.ToArray()) ?? Together(operation, sequences.ToArray()));
            case ElementUse.CountBy:
                return Yielded(operation, Pair(operation, Yields("keySelector", element), FlowValue.None));
            case ElementUse.FoldBy:
                var key = Yields("keySelector", element) ?? FlowValue.None;
                var seed = Yields("seedSelector", key) ?? Given("seed");
                var folded = Yields("func", seed, element) ?? FlowValue.None;
                return Yielded(operation, Pair(operation, key, seed.And(Yields("func", seed.And(folded), element) ?? FlowValue.None)));
            case ElementUse.Accumulate when arguments.Any(static argument => argument.Parameter?.Name == "func"):
                var start = arguments.Any(static argument => argument.Parameter?.Name == "seed") ? Given("seed") : element;
                var accumulated = Yields("func", start, element) ?? FlowValue.None;
                accumulated = start.And(accumulated).And(Yields("func", start.And(accumulated), element) ?? FlowValue.None);
                return arguments.Any(static argument => argument.Parameter?.Name == "resultSelector") ? Yields("resultSelector", accumulated) : accumulated;
            case ElementUse.Group when !Known.IsGrouped(target.ReturnType):
                var name = Yields("keySelector", element) ?? FlowValue.None;
                var group = FlowValue.Of(new MadeObject(operation.Syntax, null) { Part = "group" });
                PutWeakly(group, Known.GroupKey, name);
                PutWeakly(group, Segment.Elements, Yields("elementSelector", element) ?? element);
                return Yields("resultSelector", name, group) is { } result ? Yielded(operation, result) : null;
            case ElementUse.Flatten when arguments.Any(static argument => argument.Parameter?.Name == "resultSelector"):
                var inner = Yields("collectionSelector", element) ?? FlowValue.None;
                return Yielded(operation, Yields("resultSelector", element, store.Read(inner, Segment.Elements).With(inner.Taints)) ?? FlowValue.None);
            default:
                return null;
        }

        // What the function of this name yields when it is called with these; null where none is handed over.
        FlowValue? Yields(string parameter, params FlowValue[] handed)
        {
            for (var i = given; i < arguments.Count; i++)
            {
                if (arguments[i].Parameter?.Name != parameter)
                {
                    continue;
                }

                if (Function(arguments[i].Value) is IFlowAnonymousFunctionOperation lambda)
                {
                    // It was seen before what it is handed was made.
                    nested.Publish(store);
                    for (var place = 0; place < lambda.Symbol.Parameters.Length; place++)
                    {
                        nested.Hand(lambda.Symbol.Parameters[place], place < handed.Length ? handed[place] : FlowValue.None);
                    }
                }

                var all = handed.Aggregate(FlowValue.None, static (sum, one) => sum.And(one));
                if (parameter == "keySelector")
                {
                    DecideBy(target, arguments[i].Parameter, arguments[i].Value, all);
                }

                return ResultOf(arguments[i].Value, all);
            }

            return null;
        }

        FlowValue Given(string parameter)
        {
            for (var i = given; i < arguments.Count; i++)
            {
                if (arguments[i].Parameter?.Name == parameter)
                {
                    return values[i];
                }
            }

            return FlowValue.None;
        }
    }

    /// <summary>A tuple of these.</summary>
    private FlowValue Together(IOperation operation, params FlowValue[] parts)
    {
        var made = new MadeObject(operation.Syntax, null) { Part = "tuple" };
        for (var i = 0; i < parts.Length; i++)
        {
            Write(made, Segment.Item(i + 1), parts[i], false);
        }

        return FlowValue.Of(made);
    }

    /// <summary>An entry with this key and value.</summary>
    private FlowValue Pair(IOperation operation, FlowValue? key, FlowValue value)
    {
        var made = new MadeObject(operation.Syntax, null) { Part = "pair" };
        Write(made, Known.PairKey, key ?? FlowValue.None, false);
        Write(made, Known.PairValue, value, false);
        return FlowValue.Of(made);
    }
}
