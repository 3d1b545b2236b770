using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Solver;

/// <summary>
/// The order in which methods are walked: what one calls before it, as far as the index knows. One that is to be walked again comes before all that wait for their first time, lowest first: a circle
/// is stable before anybody above it is walked.
/// </summary>
internal sealed class Order
{
    private readonly Stack<(IMethodSymbol Method, bool IsReady)> fresh = new();
    private readonly HashSet<IMethodSymbol> seen = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, int> places = new(SymbolEqualityComparer.Default);
    private readonly List<IMethodSymbol> walked = [];
    private readonly SortedSet<int> again = [];

    /// <summary>To be walked, if it never was.</summary>
    public void First(IMethodSymbol method)
    {
        if (!seen.Contains(method))
        {
            fresh.Push((method, false));
        }
    }

    /// <summary>To be walked again, because more is known of what it calls.</summary>
    public void Again(IMethodSymbol method)
    {
        if (places.TryGetValue(method, out var place))
        {
            again.Add(place);
        }
    }

    /// <summary>Null when nothing is left.</summary>
    public IMethodSymbol? Next(Func<IMethodSymbol, IReadOnlyList<IMethodSymbol>> calleesOf)
    {
        if (again.Count > 0)
        {
            var place = again.Min;
            again.Remove(place);
            return walked[place];
        }

        while (fresh.Count > 0)
        {
            var (method, isReady) = fresh.Pop();
            if (isReady)
            {
                places.Add(method, walked.Count);
                walked.Add(method);
                return method;
            }

            if (seen.Add(method))
            {
                fresh.Push((method, true));
                var callees = calleesOf(method);
                foreach (var callee in callees.Count < 2 ? (IEnumerable<IMethodSymbol>)callees : callees.OrderByDescending(static callee => callee.Locations.IsEmpty ? 0 : callee.Locations[0].SourceSpan.Start))
                {
                    First(callee);
                }
            }
        }

        return null;
    }
}
