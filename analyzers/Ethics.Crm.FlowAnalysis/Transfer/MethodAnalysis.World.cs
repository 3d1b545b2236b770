using Ethics.Crm.FlowAnalysis.Endpoints.Sinks;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>A method that nobody in the compilation calls: what others have left where it finds it.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>Tells what comes from there to places in the method and in what it calls. What a helper uses for its caller is used for nobody.</summary>
    /// <param name="world">What lies where the method finds it.</param>
    public void Settle(MethodSummary summary, Substitution call, Store world)
    {
        foreach (var entry in summary.Heap)
        {
            if (Segment.IsArgument(entry.Key.Segment) && !world.Heap.ReachedFrom(call.Objects(entry.Key.Object)).Any(IsFunction))
            {
                LoseHanded(call.Put(entry.Value, true));
            }
        }

        foreach (var arrival in summary.Arrivals)
        {
            if (arrival.IsForCaller || arrival.Keeper is not null)
            {
                continue;
            }

            foreach (var taint in call.Taints(arrival.Origin))
            {
                if (taint.Origin is not ReadOrigin)
                {
                    continue;
                }

                if (arrival.Runner is { } runner)
                {
                    Runs(taint, arrival.Syntax, runner, arrival.Syntax, arrival.CalledAs);
                }
                else if (arrival.Sink is { Kind: SinkKind.Decision })
                {
                    if (!arrival.Purposes.IsEmpty)
                    {
                        Decide(taint, arrival.Syntax, arrival.Target, arrival.Purposes, Trail.Joined(taint.Trail, arrival.Trail));
                    }
                }
                else if (arrival.Sink is { } sink)
                {
                    Disclose(taint, arrival.Syntax, arrival.Target, sink, arrival.Purposes, Trail.Joined(taint.Trail, arrival.Trail));
                }
                else if (arrival.IsLost)
                {
                    Lose(taint, arrival.Syntax, arrival.Target);
                }
                else
                {
                    Arrive(taint, arrival.Syntax, arrival.Target, arrival.Purposes, taint.Trail, arrival.Trail);
                }
            }
        }
    }

    /// <summary>Tells what the method calls functions with that lie in what it was handed, where nobody in the program calls it.</summary>
    /// <param name="isMet">Whether something is known of what is handed in there, and so of the functions in it.</param>
    public void Uncalled(MethodSummary summary, Func<ISymbol, bool> isMet)
    {
        foreach (var entry in summary.Heap)
        {
            if (Segment.IsArgument(entry.Key.Segment) && entry.Key.Object is InputObject { IsWaiting: false, Input: var input } && !isMet(input))
            {
                LoseHanded(entry.Value);
            }
        }
    }

    /// <summary>What a function was called with of which nobody knows where it comes from.</summary>
    private void LoseHanded(FlowValue given)
    {
        foreach (var taint in given.Taints)
        {
            if (taint is { Origin: ReadOrigin, Trail.Syntax: var called })
            {
                Lose(taint, CalledAt(taint, called), "a delegate");
            }
        }
    }

    /// <summary>Tells what a delegate is called with that lies where it is not handed by anybody.</summary>
    public FlowValue[] Settle(MadeObject function, IMethodSymbol target, FlowValue[] given)
    {
        var code = CodeOfFunction(target);
        return given.Select((value, place) => Handed(function.Site, target, target.Parameters[place], value, code)).ToArray();
    }
}
