using Ethics.Crm.FlowAnalysis.Contexts;
using Ethics.Crm.FlowAnalysis.Findings;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Solver;

/// <summary>
/// What was found on each walk of a method, and for whom it was walked. A method whose callers all say what they call it on is walked for each of these, and as a whole for nobody: what only that walk
/// finds, no run of the program does.
/// </summary>
internal sealed class Walks
{
    private readonly Dictionary<IMethodSymbol, Dictionary<string, FlatSet<FlowFinding>>> findings = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, Dictionary<string, HashSet<Walk>>> asked = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> apart = new(SymbolEqualityComparer.Default);

    /// <summary>The method is walked anew.</summary>
    public void Forget(IMethodSymbol method)
    {
        findings.Remove(method);
        asked.Remove(method);
    }

    /// <summary>One walk of it begins again.</summary>
    public void ForgetFound(Walk walk)
    {
        if (findings.TryGetValue(walk.Method, out var all))
        {
            all.Remove(walk.Name);
            if (all.Count == 0)
            {
                findings.Remove(walk.Method);
            }
        }
    }

    public void Found(Walk walk, FlowFinding finding)
    {
        if (!findings.TryGetValue(walk.Method, out var all))
        {
            findings.Add(walk.Method, all = new(StringComparer.Ordinal));
        }

        all[walk.Name] = Told.Add(all.TryGetValue(walk.Name, out var found) ? found : FlatSet<FlowFinding>.Empty, finding);
    }

    public bool HasFound(IMethodSymbol method) => findings.ContainsKey(method);

    /// <summary>One walk applies what another has found out.</summary>
    public void Ask(Walk from, Walk to)
    {
        if (to.Name != Walk.Whole)
        {
            apart.Add(to.Method);
        }

        if (!asked.TryGetValue(from.Method, out var ways))
        {
            asked.Add(from.Method, ways = new(StringComparer.Ordinal));
        }

        if (!ways.TryGetValue(from.Name, out var all))
        {
            ways.Add(from.Name, all = new HashSet<Walk>());
        }

        all.Add(to);
    }

    /// <summary>Whether some walk of the method asks for the whole of one of these.</summary>
    public bool AsksForTheWhole(IMethodSymbol method, ICollection<IMethodSymbol> of) => of.Count > 0 && asked.TryGetValue(method, out var ways) && ways.Values.Any(all => all.Any(walk => walk.Name == Walk.Whole && of.Contains(walk.Method)));

    /// <summary>All that was found on walks that somebody asked for.</summary>
    /// <param name="isAsked">Whether the whole of a method counts, whoever of those that were walked has asked for it.</param>
    public IEnumerable<FlatSet<FlowFinding>> All(Func<IMethodSymbol, bool> isAsked)
    {
        if (apart.Count == 0)
        {
            return findings.Values.SelectMany(static ways => ways.Values);
        }

        var live = new HashSet<Walk>(asked.Keys.Concat(findings.Keys).Where(isAsked).Select(static method => new Walk(method, Walk.Whole)));
        var pending = new Stack<Walk>(live);
        while (pending.Count > 0)
        {
            var walk = pending.Pop();
            foreach (var next in asked.TryGetValue(walk.Method, out var ways) && ways.TryGetValue(walk.Name, out var all) ? all : [])
            {
                if (live.Add(next))
                {
                    pending.Push(next);
                }
            }
        }

        return findings.SelectMany(method => method.Value.Where(way => way.Key == Walk.Outside || live.Contains(new Walk(method.Key, way.Key))).Select(static way => way.Value));
    }
}
