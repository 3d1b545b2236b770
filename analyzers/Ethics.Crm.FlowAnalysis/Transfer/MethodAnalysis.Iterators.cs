using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Methods that yield. They run when somebody asks for the next element, and find what is there then.</summary>
internal sealed partial class MethodAnalysis
{
    private readonly Dictionary<HeapObject, Action> lazy = new();

    private void Yield(FlowValue value)
    {
        var made = new MadeObject(graph.Body.OriginalOperation.Syntax, null);
        Write(made, Segment.Elements, value, false);
        graph.Result = graph.Result.And(FlowValue.Of(made));

        // Nobody may ever ask for the next one.
        graph.Yields = true;
        graph.Failed = graph.Failed?.Join(store) ?? store;
    }

    /// <summary>Remembers how to run it again: it has done nothing yet when it is called.</summary>
    private void Defer(FlowValue result, Action run)
    {
        foreach (var one in result.Objects)
        {
            lazy[one] = run;
        }
    }

    /// <summary>A query looks at its sequence when somebody asks it for elements, and finds what has come there since. Null for any other call.</summary>
    private FlowValue? Deferred(IOperation operation, IMethodSymbol target, FlowValue owner, FlowValue[] values, IReadOnlyList<GivenArgument> arguments)
    {
        if (values.Length == 0 || values[0].Objects.IsEmpty || target is not { ContainingType.Name: "Enumerable", Name: "Select" or "SelectMany" or "GroupBy" or "Zip" or "Index" or "Chunk" } || Library(operation, target, owner, values, arguments) is not { Objects.IsEmpty: false } result)
        {
            return null;
        }

        var seen = store.Heap;
        Defer(result, () =>
        {
            if (!ReferenceEquals(seen, store.Heap))
            {
                // It may be asked of itself, where a loop makes one of the other.
                seen = store.Heap;
                Ask(values[0]);
                Library(operation, target, owner, values, arguments);
                seen = store.Heap;
            }
        });
        return result;
    }

    /// <summary>Whoever gets a sequence may ask it for elements, now.</summary>
    private void Ask(FlowValue sequence)
    {
        if (lazy.Count == 0)
        {
            return;
        }

        foreach (var one in sequence.Objects)
        {
            if (lazy.TryGetValue(one, out var run))
            {
                run();
            }
        }
    }
}
