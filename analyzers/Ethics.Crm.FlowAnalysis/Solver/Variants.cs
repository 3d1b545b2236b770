using System.Collections.Immutable;
using System.Threading;
using Ethics.Crm.FlowAnalysis.Bodies;
using Ethics.Crm.FlowAnalysis.Summaries;
using Ethics.Crm.FlowAnalysis.Transfer;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Solver;

/// <summary>
/// Summaries of methods for calls that give constants to parameters on which their ways depend: <c>Line(customer, withAddress: false)</c> does not return the address. What such a call does is among
/// what the method does as a whole, so where there are too many of them, or the method may come round to itself, the whole stands for it, for all of its callers: which of them is looked at first decides nothing.
/// </summary>
internal sealed class Variants(BodyProvider bodies, Func<IMethodSymbol, IEnumerable<IMethodSymbol>> calleesOf, CancellationToken cancellationToken)
{
    private const int MostOfAMethod = 32;
    private const int MostRepeated = 2;

    /// <summary>A method that reaches more than these is not asked whether it reaches itself.</summary>
    private const int MostReached = 200;

    private readonly Dictionary<IMethodSymbol, DecidingParameters> deciding = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, Dictionary<string, Variant>> known = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> withdrawn = new(SymbolEqualityComparer.Default);

    /// <summary>The ways on which a method is walked as a whole: where it asks twice whether a parameter is true, once for each answer.</summary>
    public IReadOnlyList<ImmutableDictionary<ISymbol, object?>> WaysOf(IMethodSymbol method)
    {
        IReadOnlyList<ImmutableDictionary<ISymbol, object?>> ways = [Graph.NothingKnown];
        foreach (var parameter in DecidingOf(method).Repeated.Take(MostRepeated))
        {
            ways = ways.SelectMany(way => new[] { way.Add(parameter, true), way.Add(parameter, false) }).ToArray();
        }

        return ways;
    }

    /// <param name="whole">What the method does for whatever it is given.</param>
    /// <param name="walk">Walks the method with these values; null when it is given up.</param>
    /// <param name="askAgain">Whoever asked for a variant of this method gets the whole from now on.</param>
    public MethodSummary Of(
        IMethodSymbol method, MethodSummary whole, Func<IParameterSymbol, Optional<object?>> constantFor, Func<ImmutableDictionary<ISymbol, object?>, MethodSummary?> walk, Action<IMethodSymbol> askAgain)
    {
        if (withdrawn.Contains(method))
        {
            return whole;
        }

        var values = Graph.NothingKnown;
        foreach (var parameter in DecidingOf(method).All)
        {
            if (constantFor(parameter) is { HasValue: true } constant)
            {
                values = values.Add(parameter, constant.Value);
            }
        }

        if (values.IsEmpty)
        {
            return whole;
        }

        if (!known.TryGetValue(method, out var all))
        {
            known.Add(method, all = new(StringComparer.Ordinal));
        }

        var name = string.Concat(values.OrderBy(static value => ((IParameterSymbol)value.Key).Ordinal).Select(static value => Named((IParameterSymbol)value.Key, value.Value)));
        if (all.TryGetValue(name, out var variant))
        {
            return variant.Summary ?? whole;
        }

        if (all.Count == MostOfAMethod || (all.Count == 0 && MayComeRound(method)))
        {
            withdrawn.Add(method);
            known.Remove(method);
            if (all.Count > 0)
            {
                askAgain(method);
            }

            return whole;
        }

        all[name] = variant = new Variant(values) { Summary = walk(values) };
        return variant.Summary ?? whole;
    }

    // With its length, so that no text looks like two.
    private static string Named(IParameterSymbol parameter, object? value) => value is string text ? $"{parameter.Ordinal}={text.Length}:{text};" : $"{parameter.Ordinal}={value ?? "null"};";

    /// <summary>More is known of what the method calls. True when that is more of one of its variants.</summary>
    public bool Renew(IMethodSymbol method, Func<ImmutableDictionary<ISymbol, object?>, MethodSummary?> walk)
    {
        var isChanged = false;
        foreach (var variant in known.TryGetValue(method, out var all) ? all.Values.ToArray() : [])
        {
            var before = variant.Summary;
            variant.Summary = walk(variant.Values);
            isChanged |= variant.Summary is null ? before is not null : before is null || !before.IsSame(variant.Summary);
        }

        return isChanged;
    }

    private bool MayComeRound(IMethodSymbol method)
    {
        var reached = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var pending = new Stack<IMethodSymbol>(calleesOf(method));
        while (pending.Count > 0)
        {
            var callee = pending.Pop();
            if (SymbolEqualityComparer.Default.Equals(callee, method) || reached.Count > MostReached)
            {
                return true;
            }

            if (reached.Add(callee))
            {
                foreach (var next in calleesOf(callee))
                {
                    pending.Push(next);
                }
            }
        }

        return false;
    }

    private DecidingParameters DecidingOf(IMethodSymbol method)
    {
        if (!deciding.TryGetValue(method, out var found))
        {
            deciding.Add(method, found = DecidingParameters.Of(method, bodies.GraphsOf(method, cancellationToken), cancellationToken));
        }

        return found;
    }

    private sealed class Variant(ImmutableDictionary<ISymbol, object?> values)
    {
        public ImmutableDictionary<ISymbol, object?> Values => values;

        /// <summary>Null when the method was given up.</summary>
        public MethodSummary? Summary { get; set; }
    }
}
