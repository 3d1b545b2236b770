using Ethics.Crm.FlowAnalysis.Calls;
using Ethics.Crm.FlowAnalysis.Transfer;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Solver;

/// <summary>Static members, into which labels come on ways that no call takes.</summary>
internal sealed partial class FlowSolver
{
    private readonly HashSet<IMethodSymbol> calledByOthers = new(SymbolEqualityComparer.Default);

    public StaticMembers Statics { get; } = new();

    /// <summary>A function made of the method is handed to code that may call it whenever it likes.</summary>
    public void IsHandedOut(IMethodSymbol method) => calledByOthers.Add(method);

    /// <summary>Labels have come into static members: whoever uses these is walked, those that were walked before once more. False when there are no more.</summary>
    private bool FollowStatics()
    {
        var fresh = Statics.Follow();
        foreach (var user in MethodOrder.Sorted(fresh.SelectMany(member => index.UsersOf(member).Concat(member.ContainingType.StaticConstructors)).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default)).Reverse())
        {
            order.First(user);
            order.Again(user);
        }

        return fresh.Count > 0;
    }

    /// <summary>What comes from one to the other of those methods that nobody in the compilation calls.</summary>
    private void CallFromOutside()
    {
        if (Statics.IsAny)
        {
            new World(purposes, index, summaries, calledByOthers, Statics, cancellationToken).Solve((method, summary, call) => new MethodAnalysis(method, this, purposes, bodies, cancellationToken).Settle(summary, call), Work);
        }
    }
}
