using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Contexts;
using Ethics.Crm.FlowAnalysis.Endpoints.Declassifiers;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Sinks;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>What a method does, as its summary says it, with what is handed in at one call.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>Labels and objects that one call leaves somewhere, before they count against the budget.</summary>
    private const int MuchToLookThrough = 2_000;

    /// <summary>Puts what is handed in at this call into the summary of the method.</summary>
    private FlowValue Apply(IOperation operation, IMethodSymbol target, FlowValue owner, FlowValue[] given, IReadOnlyList<GivenArgument> arguments)
    {
        var (before, asked) = (store, left);
        left = null;
        var definition = target.OriginalDefinition;
        definition = definition.PartialImplementationPart ?? definition;
        var (summary, walk) = target.MethodKind == MethodKind.LocalFunction ? (nested.SummaryOf(definition), Walk.Whole) : solver.SummaryOf(definition, method, ConstantFor, TypesFor, KnowsParts(owner, given) ? PartsFor : null);
        shares |= summary.Shares;
        var cells = CellsFor(definition, summary, arguments);
        var call = SeenBy(definition, summary, Handed);
        if (summary.IsFromElsewhere && summary.Opened.Count > 0 && RunOpened(call, definition, summary, operation))
        {
            call = SeenBy(definition, summary, Handed);
        }

        if (LeftBehind(call, summary, operation) is { } behind)
        {
            call = SeenBy(definition, summary, known => Handed(known).Behind(behind));
        }

        Calls(definition, Come(call, summary, operation, arguments), operation.Syntax, walk);
        LeaveOrThrow(call, summary, operation);
        if (operation is IInvocationOperation && target.MethodKind == MethodKind.LocalFunction)
        {
            Overwrite(definition);
        }

        foreach (var (parameter, value) in target.MethodKind == MethodKind.LocalFunction ? arguments : [])
        {
            if (parameter is not null)
            {
                nested.Hand(definition.Parameters[parameter.Ordinal], given[parameter.Ordinal]);
            }
        }

        foreach (var (parameter, value) in arguments)
        {
            // What is discarded, nobody has in hand.
            if (parameter is { RefKind: RefKind.Out or RefKind.Ref } && value is not IDiscardOperation && summary.Outs.TryGetValue(definition.Parameters[parameter.Ordinal], out var handedOut))
            {
                Assign(value, InHand(operation, call.Put(handedOut)));
            }
        }

        left = asked;
        Leave(arguments.Count == 0 ? left : null, definition, summary, value => call.Put(value));
        var result = call.Put(summary.Result);
        if (!result.Objects.IsEmpty && Anonymizers.Is(purposes, target))
        {
            result = Anonymised(result, before);
        }

        if (summary.IsLazy)
        {
            Defer(result, () => Apply(operation, target, owner, given, arguments));
        }

        if (IsStarted(operation, definition))
        {
            Start(operation, () => Apply(operation, target, owner, given, arguments));
        }

        return result;

        Optional<object?> ConstantFor(IParameterSymbol parameter, bool isWritten)
        {
            for (var i = 0; i < arguments.Count; i++)
            {
                if ((arguments[i].Parameter?.Ordinal ?? i) == parameter.Ordinal)
                {
                    var constant = graph.Constant(arguments[i].Value, isWritten);
                    return isWritten || !constant.HasValue || !SymbolEqualityComparer.Default.Equals(definition, method) || graph.MayComeBack(parameter, constant.Value) ? constant : graph.Constant(arguments[i].Value, isWritten: true);
                }
            }

            return default;
        }

        ImmutableArray<ITypeSymbol> TypesFor(ISymbol input)
            => input switch
            {
                _ when !graph.Known.IsExact => default,
                IParameterSymbol { Ordinal: var ordinal } => ordinal < given.Length ? TypesOf(arguments, ordinal, given[ordinal]) : default,
                ITypeParameterSymbol parameter => Constructed(operation, definition) is { } called ? graph.Known.TypesOf(TypeArguments.Of(parameter, definition, called)) : default,
                _ => solver.Targets.AreReferences(definition.ContainingType) ? KnownTypesOf(owner) : default,
            };

        ImmutableArray<ITypeSymbol> PartsFor(InputObject part) => TypesOf(part, part.Input is IParameterSymbol { Ordinal: var ordinal } ? ordinal < given.Length ? given[ordinal] : FlowValue.None : owner);

        Substitution Handed(Store known) => new(definition, summary, owner, given, known, operation.Syntax, SymbolNames.Display(target), taint => TakeOver(taint, definition, operation.Syntax)) { Cells = cells, Called = Constructed(operation, definition), Statics = solver.Statics, IsOnAnotherThread = isOnAnotherThread };
    }

    /// <summary>What is handed in comes to places in the method that is called.</summary>
    /// <returns>Whether it calls functions that it is handed.</returns>
    private bool Come(Substitution call, MethodSummary summary, IOperation operation, IReadOnlyList<GivenArgument> arguments)
    {
        var runsFunctions = false;
        var isHanded = $"is handed to '{call.Name}'";
        var come = 0;
        foreach (var told in summary.Arrivals)
        {
            // What a library does is told where it is called; for whom it runs functions, it says itself.
            var arrival = summary.IsFromElsewhere && told.Runner is null ? told with { Syntax = operation.Syntax } : told;
            // Where tens of thousands of labels come to places in what is called, they do so again at each of its callers.
            if (come > MuchToLookThrough)
            {
                solver.Work(come);
                come = 0;
                if (!solver.Spend(0))
                {
                    break;
                }
            }

            come++;
            if (arrival.Keeper is not null)
            {
                Enter(call, arrival);
                continue;
            }

            if (arrival.IsReflected)
            {
                ComeReflected(call, arrival, arguments);
                continue;
            }

            if (arrival.Copied is { } copied)
            {
                ComeCopied(call, arrival, copied, operation, arguments);
                continue;
            }

            if (arrival.WrittenBy is { } kind)
            {
                ComeWritten(call, arrival, kind, operation, arguments);
                continue;
            }

            if (arrival.Runner is not null)
            {
                runsFunctions = true;
                Runs(call, arrival, operation.Syntax, arguments);
                continue;
            }

            if (IsExcluded(call, arrival))
            {
                continue;
            }

            // What lies in static members has not been handed over by anybody: the way says where it was found.
            var isOwn = !arrival.Origin.IsWaiting && call.IsOwn(arrival.Origin.Input);
            foreach (var one in call.Taints(arrival.Origin))
            {
                come++;
                if (arrival is { Sink: null, IsLost: false, IsForCaller: false } && one.Arrived.ContainsAll(arrival.Purposes))
                {
                    continue;
                }

                var taint = isOwn ? one.By(Trail.Then(one.Trail, operation.Syntax, isHanded)) : one;
                if (arrival.Sink is { Kind: SinkKind.Decision })
                {
                    DecideFor(arrival, taint, operation.Syntax, Trail.Joined(taint.Trail, arrival.Trail));
                    continue;
                }

                if (arrival.Sink is { } sink)
                {
                    Disclose(taint, arrival.Syntax, arrival.Target, sink, arrival.Purposes.IsEmpty ? CodeAt(operation.Syntax) : arrival.Purposes, Trail.Joined(taint.Trail, arrival.Trail));
                    continue;
                }

                if (arrival.IsLost)
                {
                    Lose(taint, arrival.Syntax, arrival.Target);
                    continue;
                }

                if (arrival.IsForCaller)
                {
                    ArriveFor(taint, arrival.Syntax, arrival.Target, operation.Syntax, Trail.Joined(taint.Trail, arrival.Trail));
                    continue;
                }

                Arrive(taint, arrival.Syntax, arrival.Target, arrival.Purposes, taint.Trail, arrival.Trail);
            }
        }

        return runsFunctions;
    }
}
