using Ethics.Crm.FlowAnalysis.State;

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
