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

    private readonly Dictionary<IMethodSymbol, int> spent = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, GivenUp> givenUp = new(SymbolEqualityComparer.Default);
    private long work;
    private int budget = BudgetPerMethod;

    /// <summary>Those that are not followed through, and why.</summary>
    public IReadOnlyDictionary<IMethodSymbol, GivenUp> GivenUp => givenUp;

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

    /// <summary>False when the method has had its share.</summary>
    public bool Spend(int blocks)
    {
        var method = current!.Value.Method;
        spent.TryGetValue(method, out var before);
        if (work <= WorkInAll)
        {
            spent[method] = before + blocks;
            if (before <= budget)
            {
                return true;
            }
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
