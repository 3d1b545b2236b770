using Ethics.Crm.FlowAnalysis.Endpoints.Purposes;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Contexts;

/// <summary>What a method does for whoever calls it, where nothing is declared from there on down.</summary>
/// <param name="purposesAt">What the code at a call works for.</param>
internal sealed class ServedCallers(IEnumerable<HelperRead> reads, IEnumerable<HelperArrival> arrivals, IEnumerable<CallSite> calls, Func<CallSite, CodePurposes> purposesAt)
{
    private readonly ILookup<IMethodSymbol, HelperRead> reads = reads.ToLookup(static read => read.Reader, (IEqualityComparer<IMethodSymbol>)SymbolEqualityComparer.Default);
    private readonly ILookup<IMethodSymbol, HelperArrival> arrivals = arrivals.ToLookup(static arrival => arrival.User, (IEqualityComparer<IMethodSymbol>)SymbolEqualityComparer.Default);
    private readonly ILookup<IMethodSymbol, CallSite> calls = calls.Distinct().ToLookup(static call => call.Caller, (IEqualityComparer<IMethodSymbol>)SymbolEqualityComparer.Default);
    private readonly Dictionary<CallSite, bool> isUndeclared = new();

    public IReadOnlyCollection<ReadOrigin> ReadsOf(IMethodSymbol method) => new HashSet<ReadOrigin>(Walk(method).SelectMany(walk => reads[walk.Method].Where(read => Is(read.Walk, walk)).Select(static read => read.Source)));

    public IReadOnlyCollection<HelperArrival> ArrivalsOf(IMethodSymbol method) => new HashSet<HelperArrival>(Walk(method).SelectMany(walk => arrivals[walk.Method].Where(arrival => Is(arrival.Walk, walk))));

    private static bool Is(string? name, Walk walk) => name is null || name == walk.Name;

    private HashSet<Walk> Walk(IMethodSymbol method)
    {
        var seen = new HashSet<Walk> { new(method, Contexts.Walk.Whole) };
        var pending = new Stack<Walk>(seen);
        while (pending.Count > 0)
        {
            var walk = pending.Pop();
            foreach (var call in calls[walk.Method])
            {
                if (Is(call.CallerWalk, walk) && IsUndeclared(call) && new Walk(call.Callee, call.CalleeWalk) is var next && seen.Add(next))
                {
                    pending.Push(next);
                }
            }
        }

        return seen;
    }

    private bool IsUndeclared(CallSite call)
    {
        if (!isUndeclared.TryGetValue(call, out var found))
        {
            isUndeclared.Add(call, found = purposesAt(call).IsUndeclared);
        }

        return found;
    }
}
