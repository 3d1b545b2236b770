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
    private FlowValue Apply(IOperation operation, IMethodSymbol target, FlowValue owner, FlowValue[] given, IReadOnlyList<(IParameterSymbol? Parameter, IOperation Value)> arguments)
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
        foreach (var (parameter, value) in target.MethodKind == MethodKind.LocalFunction ? arguments : [])
        {
            if (parameter is not null)
            {
                nested.Hand(definition.Parameters[parameter.Ordinal], given[parameter.Ordinal]);
            }
        }

        foreach (var (parameter, value) in arguments)
        {
            if (parameter is { RefKind: RefKind.Out or RefKind.Ref } && summary.Outs.TryGetValue(definition.Parameters[parameter.Ordinal], out var handedOut))
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

        Optional<object?> ConstantFor(IParameterSymbol parameter)
        {
            for (var i = 0; i < arguments.Count; i++)
            {
                if ((arguments[i].Parameter?.Ordinal ?? i) == parameter.Ordinal)
                {
                    // What this method's own parameters are known to be would make variants of variants.
                    return graph.Constant(arguments[i].Value, isWritten: true);
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

        Substitution Handed(Store known) => new(definition, summary, owner, given, known, operation.Syntax, SymbolNames.Display(target), taint => TakeOver(taint, definition, operation.Syntax)) { Cells = cells, Called = Constructed(operation, definition), Statics = solver.Statics };
    }

    /// <summary>What is handed in comes to places in the method that is called.</summary>
    /// <returns>Whether it calls functions that it is handed.</returns>
    private bool Come(Substitution call, MethodSummary summary, IOperation operation, IReadOnlyList<(IParameterSymbol? Parameter, IOperation Value)> arguments)
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

    /// <summary>What lies in objects after the call.</summary>
    private void Leave(Substitution call, MethodSummary summary, IOperation operation) => Leave(call, summary, summary.Heap, operation);

    /// <param name="heap">Of the summary: all that it may have left, or what it has where it returns.</param>
    private void Leave(Substitution call, MethodSummary summary, Heap heap, IOperation operation)
    {
        Pass(call, summary);
        Expose(call, summary);
        if (heap.IsEmpty)
        {
            return;
        }

        // Two things that are handed in may be one object: what each leaves there is joined, and replaces what was there if either does.
        var written = new Dictionary<(HeapObject Object, string Segment), (FlowValue Value, bool Replaces, bool IsJoined)>();
        var unseen = new List<(InputObject Object, string Segment, FlowValue Value)>();
        List<TakenPart>? gone = null;
        var next = store;
        var looked = call.Looked;
        var isLocal = call.IsOfALocalFunction;
        foreach (var entry in heap)
        {
            // Of most methods it is a handful. Where hundreds of objects hold each other, this is where it grows.
            if (call.Looked - looked > MuchToLookThrough)
            {
                solver.Work(call.Looked - looked);
                looked = call.Looked;
                if (!solver.Spend(0))
                {
                    return;
                }
            }

            // What a local function finds in its method, and leaves as it was.
            if (Segment.IsTaken(entry.Key.Segment))
            {
                continue;
            }

            if (isLocal && entry.Value.Equals(store.Heap.Find(entry.Key.Object, entry.Key.Segment)))
            {
                continue;
            }

            var value = call.Put(entry.Value, entry.Key.Object is InputObject { IsWaiting: true } || Segment.IsArgument(entry.Key.Segment));
            value = entry.Key.Segment == Segment.Left ? OfFunctionsUnseen(value) : value;
            var objects = call.Objects(entry.Key.Object);
            if (entry.Key.Segment == Segment.Rest)
            {
                next = value.IsNone && objects.Count == 1 && IsTheOnly(objects[0]) && IsTheOnly(entry.Key.Object) ? Cleared(next, objects[0]) : next;
                continue;
            }

            if (objects.IsEmpty && entry.Key.Object is InputObject { Path.Text.Length: 0, IsWaiting: false } && Segment.IsArgument(entry.Key.Segment))
            {
                Lose(operation.Syntax, store.Deep(value), "a delegate");
            }

            if (objects.IsEmpty && entry.Key.Object is InputObject { Path: { Text.Length: > 0, IsLeft: false } } part && !value.IsNone)
            {
                unseen.Add((part, entry.Key.Segment, value));
                if (Segment.IsArgument(entry.Key.Segment) && call.Objects(new InputObject(part.Input, part.Path.Split().Owner)).Any(static one => one is MadeObject { Type: null }))
                {
                    LoseHanded(value);
                }
            }

            if (TakenOut(heap, entry, objects) is { } taken)
            {
                (gone ??= []).Add(taken);
            }

            if (entry.Value.Objects.Count > 1 && entry.Key.Object is InputObject)
            {
                next = Again(call, next, entry, objects);
            }

            foreach (var one in objects)
            {
                // What is written holds what was there before, where the method has not replaced it itself.
                var replaces = objects.Count == 1 && entry.Key.Segment != Segment.Unknown && IsTheOnly(one) && (entry.Key.Object is MadeObject || IsTheOnly(entry.Key.Object));
                value = one is InputObject { IsWaiting: true } place && entry.Key.Object is not InputObject { IsWaiting: true } ? PutInto(place, entry.Key.Segment, value, at) : value;
                var segment = Store.MemberNamed(one, entry.Key.Segment) is { Length: > 0 } member ? member : entry.Key.Segment;
                written[(one, segment)] = written.TryGetValue((one, segment), out var other) ? (other.Value.And(value), other.Replaces || replaces, true) : (value, replaces, false);
            }
        }

        foreach (var entry in written)
        {
            Written(entry.Key.Object, entry.Key.Segment);
            if (entry.Value.Replaces)
            {
                Pass(entry.Key.Object, entry.Key.Segment, next.Heap.Find(entry.Key.Object, entry.Key.Segment));
            }

            next = next.Write(entry.Key.Object, entry.Key.Segment, entry.Value.Value, entry.Value.Replaces);
        }

        // Owners before their parts, so that each part finds what it lies in.
        foreach (var (part, segment, value) in unseen.OrderBy(static one => one.Object.Path.Segments.Count).ThenBy(static one => one.Object.Path.Text, StringComparer.Ordinal).ThenBy(static one => (one.Object.Input as IParameterSymbol)?.Ordinal ?? -1))
        {
            foreach (var one in call.Make(part, ref next))
            {
                Written(one, segment);
                next = next.Write(one, segment, value, false);
            }
        }

        (var before, store) = (store, next);
        foreach (var part in gone ?? [])
        {
            // What comes there under another name comes there in whatever order.
            if (written.TryGetValue((part.Owner, part.Part), out var there) && !there.IsJoined)
            {
                TakeAway(call, part, before.Read(part.Owner, part.Part));
            }
        }

        RunCalled(written.Keys, operation);
    }
}
