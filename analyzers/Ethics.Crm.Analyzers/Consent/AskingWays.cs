using Ethics.Crm.FlowAnalysis.Bodies;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.Analyzers.Consent;

/// <summary>One question on all ways on which it may have been asked: in front of a place, and before each call of a method. What is found is remembered, because many reads have one question.</summary>
/// <param name="asks">Whether an operation asks it.</param>
/// <param name="sideOf">Which answer of a check of the project's own is a permission.</param>
internal sealed class AskingWays(CallIndex index, CallPlaces places, Func<IOperation, bool> asks, Func<IOperation, bool?> sideOf)
{
    private readonly AskedBefore asked = new(asks, sideOf, new AskedBefore(operation => !ConsentQuestions.IsSplit(operation) && asks(operation), sideOf));
    private readonly Dictionary<IMethodSymbol, Callers> callers = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, bool> known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a body has asked when it comes to a place in it. Of those who refused the split that says so is no question.</summary>
    public bool At(IOperation place) => asked.At(place);

    /// <summary>
    /// Whether all that call a method in this project have asked before they do. A method that nobody calls here has been asked by nobody, as have those that only call each other; that a method calls
    /// itself, or is come to on two ways, is no objection.
    /// </summary>
    public bool Before(ISymbol containing)
    {
        if (containing is not IMethodSymbol { OriginalDefinition: var method })
        {
            return false;
        }

        if (!known.TryGetValue(method, out var answer))
        {
            Answer(method);
            answer = known[method];
        }

        return answer;
    }

    private void Answer(IMethodSymbol method)
    {
        var from = new Dictionary<IMethodSymbol, IMethodSymbol?>(SymbolEqualityComparer.Default) { [method] = null };
        var pending = new Queue<IMethodSymbol>([method]);
        while (pending.Count > 0)
        {
            var current = pending.Dequeue();
            var isKnown = known.TryGetValue(current, out var answer);
            if (isKnown ? !answer : CallersOf(current) is { HasAsked: false, Others.Count: 0 })
            {
                // Nobody has to be looked for further: all on this way are called by one that nobody asked.
                for (IMethodSymbol? called = current; called is not null; called = from[called])
                {
                    known[called] = false;
                }

                return;
            }

            foreach (var caller in isKnown ? [] : CallersOf(current).Others)
            {
                if (!from.ContainsKey(caller))
                {
                    from.Add(caller, current);
                    pending.Enqueue(caller);
                }
            }
        }

        // What is left are circles: those that nobody enters who has asked are entered by nobody, or by somebody who has not.
        var entered = Called(from.Keys.Where(one => known.ContainsKey(one) || CallersOf(one).HasAsked), from.Keys);
        var refused = Called(from.Keys.Where(one => !entered.Contains(one)), from.Keys);
        foreach (var one in from.Keys)
        {
            known[one] = !refused.Contains(one);
        }
    }

    /// <summary>Some methods, and all that they call without having asked.</summary>
    private HashSet<IMethodSymbol> Called(IEnumerable<IMethodSymbol> some, IReadOnlyCollection<IMethodSymbol> all)
    {
        var calls = all.Where(one => !known.ContainsKey(one)).SelectMany(one => CallersOf(one).Others.Select(caller => (Caller: caller, Called: one))).ToLookup(static one => one.Caller, static one => one.Called, SymbolEqualityComparer.Default);
        var found = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var pending = new Stack<IMethodSymbol>(some);
        while (pending.Count > 0)
        {
            var current = pending.Pop();
            if (found.Add(current))
            {
                foreach (var called in calls[current])
                {
                    pending.Push(called);
                }
            }
        }

        return found;
    }

    private Callers CallersOf(IMethodSymbol method)
    {
        if (!callers.TryGetValue(method, out var found))
        {
            var hasAsked = false;
            var others = new List<IMethodSymbol>();
            foreach (var caller in index.CallersOf(method).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default).ToArray())
            {
                var answers = places.Of(method, caller).Select(At).Distinct().ToArray();
                hasAsked |= answers.Contains(true);
                if (answers.Contains(false))
                {
                    others.Add(caller);
                }
            }

            callers.Add(method, found = new Callers(hasAsked, others));
        }

        return found;
    }

    /// <param name="HasAsked">Whether it is called somewhere where it has been asked.</param>
    /// <param name="Others">Those that call it where they have not asked themselves.</param>
    private sealed record Callers(bool HasAsked, List<IMethodSymbol> Others);
}
