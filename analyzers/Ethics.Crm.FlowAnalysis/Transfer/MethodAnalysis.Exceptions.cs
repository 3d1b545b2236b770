using Ethics.Crm.FlowAnalysis.State;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Exceptions carry what lies in them to whoever catches them, in this method or in one that called it.</summary>
internal sealed partial class MethodAnalysis
{
    private void Throw(FlowValue value)
    {
        if (value.IsNone)
        {
            return;
        }

        store = store with { Thrown = store.Thrown.And(value) };
        var escaping = value.Where(one => !Graph.IsCaught(current, (one as MadeObject)?.Type));
        if (value.Objects.IsEmpty ? Graph.IsCaught(current, null) : escaping.Objects.IsEmpty)
        {
            return;
        }

        graph.Escaping = graph.Escaping.And(escaping);
        graph.Failed = graph.Failed?.Join(store) ?? store;
    }

    /// <summary>The exception in the hands of the handler: those of a type that it takes.</summary>
    private FlowValue Caught()
    {
        var type = Graph.CaughtBy(current);
        return store.Thrown.Where(one => type is null || (one as MadeObject)?.Type is not { } thrown || Graph.IsA(thrown, type));
    }
}
