using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

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
    private void Defer(MethodSummary summary, FlowValue result, Action run)
    {
        if (!summary.IsLazy)
        {
            return;
        }

        foreach (var one in result.Objects)
        {
            lazy[one] = run;
        }
    }

    /// <summary>Asynchronous calls that nobody has awaited where they were made: they go on while this method waits for something.</summary>
    private readonly Dictionary<IOperation, Func<FlowValue>> started = new();

    /// <summary>Remembers how to run it again.</summary>
    private void Start(IOperation call, IMethodSymbol target, Func<FlowValue> run)
    {
        if (target.IsAsync && !started.ContainsKey(call) && !IsAwaited(call))
        {
            started.Add(call, run);
        }
    }

    private static bool IsAwaited(IOperation call)
    {
        while (call.Parent is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } or IConversionOperation)
        {
            call = call.Parent;
        }

        return call.Parent is IAwaitOperation;
    }

    /// <summary>While something is awaited, what was started goes on, with what lies there by now.</summary>
    /// <returns>What those yield that may be what is awaited.</returns>
    private FlowValue GoesOn(IOperation awaited)
    {
        var yielded = FlowValue.None;
        foreach (var one in started.OrderBy(static one => one.Key.Syntax.SpanStart).ToArray())
        {
            var value = one.Value();
            yielded = SymbolEqualityComparer.Default.Equals(one.Key.Type, awaited.Type) ? yielded.And(value) : yielded;
        }

        return yielded;
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
