using Ethics.Crm.FlowAnalysis.Bodies;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Solver;

/// <summary>
/// Constants that a method which is walked with them hands on. They are counted apart from those that are written at calls: whoever hands too many to one method hands it none, and neither does that
/// one to whatever it hands them on to, so that the order in which callers come decides nothing.
/// </summary>
internal sealed partial class Variants
{
    /// <summary>Calls through which a constant is handed on before it decides.</summary>
    private const int Deepest = 3;

    /// <summary>Rounds in which the variants of a method that calls itself have to agree.</summary>
    private const int MostRounds = 16;

    private readonly HashSet<IMethodSymbol> handedTooMuch = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> circular = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> askedOnTheWay = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> settling = new(SymbolEqualityComparer.Default);

    private (Way Way, bool IsWritten) WithConstants(IMethodSymbol method, Way way, Func<IParameterSymbol, bool, Optional<object?>> constantFor)
    {
        var (isWritten, mayBeHanded) = (true, !handedTooMuch.Contains(method));
        var deciding = DecidingOf(method);
        foreach (var parameter in deciding.All)
        {
            Know(parameter);
        }

        foreach (var handed in deciding.Onward)
        {
            // Most calls give it no constant, and what it is handed on to is not looked at for them.
            if (!way.Constants.ContainsKey(handed.Parameter) && constantFor(handed.Parameter, !mayBeHanded).HasValue && Decides(handed, Deepest))
            {
                Know(handed.Parameter);
            }
        }

        return (way, isWritten);

        void Know(IParameterSymbol parameter)
        {
            if (constantFor(parameter, !mayBeHanded) is { HasValue: true } constant)
            {
                isWritten &= !mayBeHanded || constantFor(parameter, true).HasValue;
                way = way.With(parameter, constant.Value);
            }
        }
    }

    private bool Decides(HandedOn handed, int depth)
    {
        foreach (var callee in CalledBy(handed))
        {
            var deciding = DecidingOf(callee);
            if (deciding.All.Any(parameter => parameter.Ordinal == handed.At) || (depth > 1 && deciding.Onward.Any(onward => onward.Parameter.Ordinal == handed.At && Decides(onward, depth - 1))))
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<IMethodSymbol> CalledBy(HandedOn handed) => targets.AllOf(handed.To).Select(static one => one.PartialImplementationPart ?? one).Where(one => bodies.HasBody(one, cancellationToken));

    /// <summary>Walks it, and with it all that it finds of itself, until they agree. Another method that came round to it has got too little, and is asked again.</summary>
    private void WalkFirst(IMethodSymbol method, Variant variant, Func<Way, string, MethodSummary?> walk, Action<IMethodSymbol> askAgain)
    {
        variant.Summary = walk(variant.Way, variant.Name);
        variant.IsUnderWay = false;
        if (!circular.Contains(method) || settling.Contains(method) || !known.TryGetValue(method, out var all) || all.Values.Any(static one => one.IsUnderWay))
        {
            return;
        }

        settling.Add(method);
        var rounds = 0;
        do
        {
            circular.Remove(method);
        }
        while ((Renew(method, walk) || circular.Contains(method)) && ++rounds < MostRounds);
        settling.Remove(method);
        circular.Remove(method);
        if (rounds == MostRounds)
        {
            withdrawn.Add(method);
            known.Remove(method);
            askAgain(method);
        }

        if (askedOnTheWay.Remove(method))
        {
            askAgain(method);
        }
    }

    private void Withdraw(IMethodSymbol method, Dictionary<string, Variant> all, bool isWritten, Action<IMethodSymbol> askAgain)
    {
        var hadAny = all.Count > 0;
        if (isWritten || !hadAny)
        {
            withdrawn.Add(method);
            known.Remove(method);
        }
        else
        {
            handedTooMuch.Add(method);
            foreach (var handed in all.Values.Where(static one => !one.IsWritten).ToArray())
            {
                all.Remove(handed.Name);
            }
        }

        if (hadAny)
        {
            HandNothingOn(method, askAgain);
            askAgain(method);
        }
    }

    /// <summary>What its variants have handed on, nobody hands on any more.</summary>
    private void HandNothingOn(IMethodSymbol method, Action<IMethodSymbol> askAgain)
    {
        var deciding = DecidingOf(method);
        foreach (var callee in deciding.Onward.SelectMany(CalledBy).ToArray())
        {
            if (handedTooMuch.Add(callee))
            {
                foreach (var handed in known.TryGetValue(callee, out var all) ? all.Values.Where(static one => !one.IsWritten).ToArray() : [])
                {
                    all.Remove(handed.Name);
                }

                HandNothingOn(callee, askAgain);
                askAgain(callee);
            }
        }
    }
}
