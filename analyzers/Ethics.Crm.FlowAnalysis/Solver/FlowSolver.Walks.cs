using Ethics.Crm.FlowAnalysis.Calls;
using Ethics.Crm.FlowAnalysis.Contexts;
using Ethics.Crm.FlowAnalysis.Endpoints.Purposes;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.FlowAnalysis.Solver;

/// <summary>Who has to be walked for what is known of others, and which walks count: a method that each of its callers calls on something whose type is known is not called on anything else.</summary>
internal sealed partial class FlowSolver
{
    /// <summary>Callers of one method, above which it is not asked what each calls it on.</summary>
    private const int MostCallers = 200;

    /// <summary>Methods of which all callers have been walked.</summary>
    private readonly HashSet<IMethodSymbol> closed = new(SymbolEqualityComparer.Default);

    private void Ask(IMethodSymbol method, string walk)
    {
        if (current is { } from)
        {
            walks.Ask(from, new Walk(method, walk));
        }
    }

    /// <summary>Something is found in methods that run what others override: who calls them, on what, is looked at. False when all that do are known.</summary>
    private bool LearnCallersOfDispatching()
    {
        var isNew = false;
        foreach (var method in MethodOrder.Sorted(summaries.Keys.Where(method => !closed.Contains(method) && (walks.HasFound(method) || walks.AsksForTheWhole(method, closed)) && (dispatching.Of(method).Count > 0 || lying.Of(method).Count > 0))).ToArray())
        {
            var callers = index.CallersOf(method).Where(HasBody).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default).Take(MostCallers + 1).ToArray();
            if (callers.Length > MostCallers)
            {
                continue;
            }

            closed.Add(method);
            isNew = true;
            foreach (var caller in MethodOrder.Sorted(callers))
            {
                order.First(caller);
            }
        }

        return isNew;
    }

    /// <summary>Whoever puts an object into a text asks it by the name that all objects have: of those that make one it is known what that runs.</summary>
    private IEnumerable<IMethodSymbol> MakersFor(IMethodSymbol method)
        => method is { Name: nameof(ToString), IsOverride: true, Parameters.IsEmpty: true } ? method.ContainingType.InstanceConstructors.SelectMany(index.UsersOf) : [];

    /// <summary>Whether a method may be called on anything, as far as is known here.</summary>
    private bool CountsAsAWhole(IMethodSymbol method)
    {
        if (!closed.Contains(method) || calledByOthers.Contains(method) || index.MayBeCalledDynamically(method) || Targets.StandsForOthers(method) || Targets.IsEntry(method))
        {
            return true;
        }

        var hasCaller = false;
        foreach (var caller in index.CallersOf(method))
        {
            if (!summaries.ContainsKey(caller))
            {
                return true;
            }

            hasCaller |= !SymbolEqualityComparer.Default.Equals(caller, method);
        }

        return !hasCaller;
    }

    /// <summary>A method of which that was not known reads something for whoever calls it.</summary>
    public void Reads(IMethodSymbol method) => reading.Add(method);

    /// <summary>Whoever calls a method has to be looked at when a label comes out of it, or when only he knows what it has written out. Code that declares nothing works for whoever calls it: what it reads, it reads for them, also where no label comes out.</summary>
    private void Raise(IMethodSymbol learned)
    {
        var raised = new Stack<IMethodSymbol>();
        raised.Push(learned);
        while (raised.Count > 0)
        {
            var method = raised.Pop();
            if (!summaries.TryGetValue(method, out var summary))
            {
                continue;
            }

            var reads = summary.HandsOutLabels || Serves(method, summary) || (reading.Contains(method) && (summary.HandsOutDelegates || purposes.Code.Of(CodePurposeReader.MemberOf(method)).IsUndeclared));
            if (!reads && !(writing.Contains(method) && summary.WritesForCallers))
            {
                continue;
            }

            foreach (var caller in index.CallersOf(method).Concat(MakersFor(method)))
            {
                order.First(caller);
                if ((reads ? reading : writing).Add(caller) | (serving.Contains(method) && serving.Add(caller)))
                {
                    raised.Push(caller);
                }
            }
        }
    }
}
