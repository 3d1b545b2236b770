using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Bodies;
using Ethics.Crm.FlowAnalysis.Calls;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Solver;

/// <summary>Lambdas and local functions that are called as delegates outside of their method.</summary>
internal sealed partial class FlowSolver
{
    private readonly Dictionary<string, List<IMethodSymbol>> kept = new(StringComparer.Ordinal);
    private readonly Dictionary<IMethodSymbol, MethodSummary> functions = new(SymbolEqualityComparer.Default);

    /// <summary>What a lambda does that lies somewhere as a delegate, with what it is called with, and with what it has captured.</summary>
    public MethodSummary SummaryOfFunction(IMethodSymbol lambda, IMethodSymbol user)
    {
        if (!users.TryGetValue(lambda, out var known))
        {
            users.Add(lambda, known = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default));
        }

        known.Add(user);
        return functions.TryGetValue(lambda, out var summary) ? summary : MethodSummary.Nothing;
    }

    public void LearnFunction(IMethodSymbol lambda, MethodSummary summary)
    {
        if (!functions.TryGetValue(lambda, out var before) || !before.IsSame(summary))
        {
            functions[lambda] = summary;
            AskAgain(lambda);
        }
    }

    /// <summary>A function is put into a member: those who use it are walked with that.</summary>
    /// <param name="segment">The name of that.</param>
    public void KeepFunction(string segment, IMethodSymbol function)
    {
        if (function.MethodKind is not (MethodKind.AnonymousFunction or MethodKind.LocalFunction) && !MayRead(function.OriginalDefinition))
        {
            return;
        }

        if (!kept.TryGetValue(segment, out var all))
        {
            kept.Add(segment, all = []);
        }

        if (all.Contains(function, SymbolEqualityComparer.Default))
        {
            return;
        }

        all.Add(function);
        foreach (var user in MethodOrder.Sorted(index.UsersOfPart(segment).Where(HasBody)).Reverse())
        {
            // What is read there is read for whoever calls them.
            reading.Add(user);
            order.First(user);
            order.Again(user);
        }
    }

    /// <summary>The functions that may read something and lie in a member, in whatever object.</summary>
    public IReadOnlyList<IMethodSymbol> KeptIn(string segment) => kept.TryGetValue(segment, out var all) ? all : [];

    /// <summary>What a method runs that a delegate calls on an object.</summary>
    /// <param name="types">What the object can be; default where that is not known.</param>
    public IMethodSymbol[] BodiesOf(MadeObject function, ImmutableArray<ITypeSymbol> types, FlowValue owner)
        => Targets.Of(function.Function!, function.Function!.IsStatic ? CallTargets.IsOverridable(function.Function) : !function.IsOfBase, types, null, owner).Select(static one => one.PartialImplementationPart ?? one).Where(HasBody).ToArray();
}
