using Ethics.Crm.FlowAnalysis.Endpoints.Declassifiers;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Lambdas, local functions and method groups. A delegate is known by what it yields.</summary>
internal sealed partial class MethodAnalysis
{
    // Whether what is called now runs on a thread that is made for it.
    private bool isOnAnotherThread;

    // The lambdas that a variable of this method may hold; null among them for others.
    private readonly Dictionary<ISymbol, HashSet<IMethodSymbol?>> functionsIn = new(SymbolEqualityComparer.Default);

    /// <summary>When it runs is not known: what it leaves in objects may be there from now on, and what it throws may be caught here.</summary>
    private FlowValue Lambda(IFlowAnonymousFunctionOperation lambda)
    {
        nested.Add(lambda.Symbol, graph.Body.GetAnonymousFunctionControlFlowGraph(lambda, cancellationToken));
        if (FirstFunction.IsHeld(lambda.Syntax))
        {
            nested.PublishObjects(store);
        }
        else
        {
            nested.Publish(store);
        }

        var summary = nested.SummaryOf(lambda.Symbol);
        LeaveParts(summary);
        Throw(summary.Thrown);
        return WithLeft(summary.Result, lambda.Symbol, summary);
    }

    /// <summary>What a lambda of this method leaves in objects.</summary>
    private void LeaveParts(MethodSummary summary)
    {
        foreach (var part in nested.Parts.ToArray())
        {
            if (summary.Heap.Find(part.Object, part.Segment) is { } left)
            {
                Write(part.Object, part.Segment, left, false);
            }
        }
    }

    private void Learn(IMethodSymbol localFunction)
    {
        // It may stand in this body or in one around it.
        for (var body = graph.Body; body is not null; body = body.Parent)
        {
            if (body.LocalFunctions.Contains(localFunction.OriginalDefinition))
            {
                nested.Add(localFunction.OriginalDefinition, body.GetLocalFunctionControlFlowGraph(localFunction.OriginalDefinition, cancellationToken));
                break;
            }
        }

        nested.Publish(store);
    }

    /// <summary>Whoever gets the delegate calls it out of sight, so it is called here.</summary>
    /// <param name="handed">What it may be called with.</param>
    private FlowValue MethodGroup(IMethodReferenceOperation reference, FlowValue handed)
    {
        if (Labelled(reference) is { } labelled)
        {
            return labelled;
        }

        var target = reference.Method.ReducedFrom ?? reference.Method;
        if (ThreadValues.IsForAThread(reference))
        {
            solver.IsRunByAThread(target.OriginalDefinition);
        }
        else
        {
            solver.IsHandedOut(target.OriginalDefinition);
        }

        var owner = reference.Instance is null ? FlowValue.None : Evaluate(reference.Instance);
        var given = target.Parameters.Select(_ => handed).ToArray();
        if (Known.IsOfLists(target.ContainingType))
        {
            // Whoever calls it does so out of sight.
            Loosen(owner);
        }

        if (target.IsStatic && reference.Instance is not null)
        {
            // What an extension extends is its first argument.
            (given[0], owner) = (owner, FlowValue.None);
        }
        else if (Extended(reference) is { } extended)
        {
            given[0] = extended;
        }

        var outlet = new Outlet(target, reference.Instance, owner, []);
        foreach (var parameter in target.Parameters)
        {
            Disclose(outlet, reference, parameter, given[parameter.Ordinal], parameter.Ordinal);
            if (!Cross(parameter, null, reference, given[parameter.Ordinal]))
            {
                HandOver(reference.Syntax, given[parameter.Ordinal], target);
            }
        }

        var asked = left;
        left = target.Parameters.Any(IsByReference) ? new FlowValue?[given.Length] : null;
        leftFrom = 0;
        var (before, around) = (store, isOnAnotherThread);
        isOnAnotherThread |= ThreadValues.IsForAThread(reference);
        var result = CalledAs(reference, target, owner, given);
        store = isOnAnotherThread ? ThreadValues.Restored(store, before) : store;
        isOnAnotherThread = around;
        result = left is null ? result : left.Aggregate(result, static (all, one) => all.With(one?.Taints ?? FlatSet<Taint>.Empty));
        left = asked;
        return Anonymizers.Is(purposes, target) ? result.Unlabelled() : result;
    }

    private FlowValue CalledAs(IMethodReferenceOperation reference, IMethodSymbol target, FlowValue owner, FlowValue[] given)
    {
        if (target.MethodKind == MethodKind.LocalFunction)
        {
            Learn(target);
            foreach (var parameter in target.OriginalDefinition.Parameters)
            {
                nested.Hand(parameter, given[parameter.Ordinal]);
            }

            return Apply(reference, target, owner, given, []);
        }

        var targets = Bodies(reference, target, reference.IsVirtual, owner, reference.Instance);
        return targets.Length > 0
            ? ApplyAll(reference, target, targets, owner, given, [], [])
            : FlowValue.Of(Looked(given.Aggregate(owner, static (all, one) => all.And(one))).Taints);
    }

    /// <summary>A variable gets a lambda, or what another variable holds.</summary>
    private void Keep(ILocalSymbol variable, IOperation function)
    {
        if (variable.Type.TypeKind != TypeKind.Delegate)
        {
            return;
        }

        if (!functionsIn.TryGetValue(variable, out var held))
        {
            functionsIn.Add(variable, held = new HashSet<IMethodSymbol?>(SymbolEqualityComparer.Default));
        }

        held.UnionWith(FunctionsOf(function));
    }

    /// <summary>The lambdas of this method that an expression may stand for; null among them for code that is not seen here.</summary>
    private IReadOnlyCollection<IMethodSymbol?> FunctionsOf(IOperation? function) => function switch
    {
        IConversionOperation conversion => FunctionsOf(conversion.Operand),
        IDelegateCreationOperation creation => FunctionsOf(creation.Target),
        IFlowAnonymousFunctionOperation lambda => [lambda.Symbol],
        ILocalReferenceOperation local => functionsIn.TryGetValue(local.Local, out var held) ? held : [null],
        IFlowCaptureReferenceOperation capture when graph.Targets.TryGetValue(capture.Id, out var captured) => new HashSet<IMethodSymbol?>(captured.SelectMany(FunctionsOf), SymbolEqualityComparer.Default),
        _ => [null],
    };
}
