using System.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Solver;

/// <summary>How long each method was walked, for whoever asked for it. Of a method that is walked in the middle of another the time is its own.</summary>
internal sealed class SolvingCosts
{
    private readonly Dictionary<IMethodSymbol, (long Ticks, int Walks)> walked = new(SymbolEqualityComparer.Default);
    private IMethodSymbol? running;
    private long since;

    /// <summary>Seconds of the clock, and how often it was walked.</summary>
    public IEnumerable<(IMethodSymbol Method, double Seconds, int Walks)> Walked => walked.Select(static one => (one.Key, one.Value.Ticks / (double)Stopwatch.Frequency, one.Value.Walks));

    /// <returns>The method that goes on when this one ends.</returns>
    public IMethodSymbol? Enter(IMethodSymbol method)
    {
        var before = running;
        Switch(method);
        walked.TryGetValue(method, out var known);
        walked[method] = (known.Ticks, known.Walks + 1);
        return before;
    }

    public void Leave(IMethodSymbol? goesOn) => Switch(goesOn);

    private void Switch(IMethodSymbol? next)
    {
        var now = Stopwatch.GetTimestamp();
        if (running is not null)
        {
            var (ticks, walks) = walked[running];
            walked[running] = (ticks + now - since, walks);
        }

        (running, since) = (next, now);
    }
}
