using Ethics.Crm.FlowAnalysis.Endpoints.Sinks;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>A method that nobody in the compilation calls: what others have left where it finds it.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>Tells what comes from there to places in the method and in what it calls. What a helper uses for its caller is used for nobody.</summary>
    public void Settle(MethodSummary summary, Substitution call)
    {
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
                    Runs(taint, arrival.Syntax, runner);
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

    /// <summary>Tells what a delegate is called with that lies where it is not handed by anybody.</summary>
    public FlowValue[] Settle(MadeObject function, FlowValue[] given)
    {
        var code = CodeOfFunction(function.Function!);
        return given.Select((value, place) => Handed(function.Site, function.Function!, function.Function!.Parameters[place], value, code)).ToArray();
    }
}
