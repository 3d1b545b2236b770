using Ethics.Crm.FlowAnalysis.Findings;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Solver;

/// <summary>What a method, and the whole program, may cost, before the rest is given up and told.</summary>
internal sealed partial class FlowSolver
{
    /// <summary>Blocks a method, over all its rounds, before it is given up and told.</summary>
    private const int BudgetPerMethod = 200_000;

    /// <summary>The same where it is walked only for what others may call.</summary>
    private const int BudgetForOthers = 20_000;

    /// <summary>Objects looked through in the whole program, before what is left is given up and told: some ten seconds.</summary>
    private const long WorkInAll = 10_000_000;

    /// <summary>How many objects cost as much as a block.</summary>
    private const int ObjectsPerBlock = 2;

    /// <summary>Methods that have had their share once, and are walked anew with one object for all that code from elsewhere hands out.</summary>
    private readonly HashSet<IMethodSymbol> coarse = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, int> spent = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, GivenUp> givenUp = new(SymbolEqualityComparer.Default);
    private long work;
    private int budget = BudgetPerMethod;

    /// <summary>Those that are not followed through, and why.</summary>
    public IReadOnlyDictionary<IMethodSymbol, GivenUp> GivenUp => givenUp;

    /// <summary>Blocks that were walked in a method, objects that were looked through counted in.</summary>
    public int BlocksOf(IMethodSymbol method) => spent.TryGetValue(method, out var blocks) ? blocks : 0;

    /// <summary>Labels and objects that had to be looked through: what grows where a method puts many into code that nobody knows.</summary>
    public void Work(int objects)
    {
        work += objects;
        if (current is { Method: var method })
        {
            spent.TryGetValue(method, out var before);
            spent[method] = before + objects / ObjectsPerBlock;
        }
    }

    /// <summary>Whether what code from elsewhere hands out in the method is one object.</summary>
    public bool IsCoarse(IMethodSymbol method) => coarse.Contains(method);

    /// <summary>False when the method has had its share. Of the first one the walk is in vain: the method is walked anew, more coarsely.</summary>
    public bool Spend(int blocks)
    {
        var method = current!.Method;
        if (!isCoarse && coarse.Contains(method))
        {
            return false;
        }

        spent.TryGetValue(method, out var before);
        if (work <= WorkInAll)
        {
            spent[method] = before + blocks;
            if (before <= budget)
            {
                return true;
            }
        }

        if (work <= WorkInAll && coarse.Add(method))
        {
            spent[method] = 0;
            return false;
        }

        GiveUp(method, before > budget ? Findings.GivenUp.TooMuchWork : Findings.GivenUp.NothingLeft);
        return false;
    }

    /// <summary>The first reason stays.</summary>
    private void GiveUp(IMethodSymbol method, GivenUp reason)
    {
        if (!givenUp.ContainsKey(method))
        {
            givenUp.Add(method, reason);
        }
    }
}
