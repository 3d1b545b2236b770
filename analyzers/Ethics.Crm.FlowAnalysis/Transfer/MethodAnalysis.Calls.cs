using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Declassifiers;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Sinks;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Calls: by the summary of the method that is called, else by what holds for code that nobody knows.</summary>
internal sealed partial class MethodAnalysis
{
    // What `with` calls on a record class.
    private const string CloneOfARecord = "<Clone>$";

    private FlowValue Call(IInvocationOperation call)
    {
        var target = call.TargetMethod;
        if (target.Name == CloneOfARecord && call.Instance is { } original)
        {
            return Copy(call, Evaluate(original), original.Type);
        }

        if (target.MethodKind == MethodKind.LocalFunction)
        {
            Learn(target);
        }

        var result = CallOf(call, target, call.Instance, call.Arguments);
        if (Anonymizers.Is(purposes, target))
        {
            return result.Unlabelled();
        }

        return Labelled(call) ?? InHand(call, result);
    }

    private FlowValue CallOf(IOperation operation, IMethodSymbol target, IOperation? instance, IReadOnlyList<IOperation> given)
    {
        var owner = instance is null ? FlowValue.None : Whole(instance);
        var arguments = new (IParameterSymbol? Parameter, IOperation Value)[given.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = given[i] is IArgumentOperation argument ? (argument.Parameter, argument.Value) : (null, given[i]);
        }

        var values = new FlowValue[arguments.Length];
        var byParameter = target.Parameters.Length == 0 ? [] : new FlowValue[target.Parameters.Length];
        for (var i = 0; i < byParameter.Length; i++)
        {
            byParameter[i] = FlowValue.None;
        }

        var call = new Outlet(target, instance, owner, arguments);
        for (var i = 0; i < arguments.Length; i++)
        {
            values[i] = arguments[i].Parameter switch
            {
                { RefKind: RefKind.Out } => FlowValue.None,
                { RefKind: RefKind.Ref } => Whole(arguments[i].Value),
                _ => Evaluate(arguments[i].Value),
            };
            if (arguments[i].Parameter is { RefKind: RefKind.None })
            {
                values[i] = Copied(arguments[i].Value, values[i]);
            }

            var ordinal = arguments[i].Parameter?.Ordinal ?? i;
            if (ordinal < byParameter.Length)
            {
                byParameter[ordinal] = values[i];
            }

            Disclose(call, arguments[i].Value, arguments[i].Parameter, values[i], i);

            // A labelled parameter is a border of its own.
            if (!Cross(arguments[i].Parameter ?? (ordinal < target.Parameters.Length ? target.Parameters[ordinal] : null), instance?.Type, arguments[i].Value, values[i]))
            {
                HandOver(arguments[i].Value.Syntax, values[i], target);
            }
        }

        CrossInto(target, instance, owner, arguments, values);
        Ask(owner);
        foreach (var value in values)
        {
            Ask(value);
        }

        if (target.MethodKind == MethodKind.LocalFunction)
        {
            return Apply(operation, target, owner, byParameter, arguments);
        }

        var isVirtual = operation is not IInvocationOperation { IsVirtual: false };
        var targets = Bodies(target, isVirtual, owner, instance);
        if (targets.Length > 0)
        {
            var before = store;
            var known = ApplyAll(operation, target, targets, owner, byParameter, arguments, values);
            if (!IsFromElsewhere(target) || owner.Objects.All(one => IsOurs((one as MadeObject)?.Type)) || IsOurs(Through(instance!).Type))
            {
                return known;
            }

            // What the framework has of it may run as well.
            var after = store;
            store = before;
            known = known.And(Library(operation, target, owner, values, arguments) ?? Unknown(operation, target, owner, values, arguments));
            store = store.Join(after);
            return known;
        }

        return Library(operation, target, owner, values, arguments) ?? Unknown(operation, target, owner, values, arguments);
    }

    /// <summary>What a call may run, as far as this compilation has it.</summary>
    private IMethodSymbol[] Bodies(IMethodSymbol target, bool isVirtual, FlowValue owner, IOperation? instance)
    {
        var targets = solver.Targets.Of(target, isVirtual && instance is not null, owner, instance is null ? null : Through(instance).Type);
        if (targets.Count == 1)
        {
            var only = targets[0].PartialImplementationPart ?? targets[0];
            return solver.HasBody(only) ? [only] : [];
        }

        return targets.Select(static one => one.PartialImplementationPart ?? one).Where(solver.HasBody).ToArray();
    }

    /// <summary>Whichever of them runs.</summary>
    private FlowValue ApplyAll(
        IOperation operation, IMethodSymbol called, IReadOnlyList<IMethodSymbol> targets, FlowValue owner, FlowValue[] given, IReadOnlyList<(IParameterSymbol? Parameter, IOperation Value)> arguments, FlowValue[] values)
    {
        var before = store;
        Store? after = null;
        var result = FlowValue.None;
        foreach (var target in targets)
        {
            store = before;
            if (!SymbolEqualityComparer.Default.Equals(target, called.OriginalDefinition))
            {
                for (var i = 0; i < values.Length; i++)
                {
                    // What the called one says of its parameter has been judged, and holds for all of them.
                    var parameter = arguments[i].Parameter is { } known && known.Ordinal < target.Parameters.Length ? target.Parameters[known.Ordinal] : null;
                    if (!IsLabelled(arguments[i].Parameter) && !Cross(parameter, null, arguments[i].Value, values[i]))
                    {
                        HandOver(arguments[i].Value.Syntax, values[i], target);
                    }
                }
            }

            result = result.And(Apply(operation, target, owner, given, arguments));
            after = after is null ? store : after.Join(store);
        }

        store = after ?? before;
        return result;
    }

    private bool IsLabelled(IParameterSymbol? parameter) => parameter is not null && !purposes.Labels.Of(parameter.OriginalDefinition, cancellationToken).IsEmpty;

    /// <summary>Puts what is handed in at this call into the summary of the method.</summary>
    private FlowValue Apply(IOperation operation, IMethodSymbol target, FlowValue owner, FlowValue[] given, IReadOnlyList<(IParameterSymbol? Parameter, IOperation Value)> arguments)
    {
        var definition = target.OriginalDefinition;
        definition = definition.PartialImplementationPart ?? definition;
        var summary = target.MethodKind == MethodKind.LocalFunction ? nested.SummaryOf(definition) : solver.SummaryOf(definition, method, ConstantFor);
        shares |= summary.Shares;
        var cells = CellsFor(definition, summary, arguments);
        var call = SeenBy(definition, summary, Handed);
        Calls(definition, operation.Syntax);
        var isHanded = $"is handed to '{call.Name}'";
        foreach (var arrival in summary.Arrivals)
        {
            var isOwn = call.IsOwn(arrival.Origin.Input);
            foreach (var one in call.Taints(arrival.Origin))
            {
                if (arrival is { Sink: null, IsLost: false, IsForCaller: false } && one.Arrived.ContainsAll(arrival.Purposes))
                {
                    continue;
                }

                var taint = isOwn ? one.By(Trail.Then(one.Trail, operation.Syntax, isHanded)) : one;
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

        Leave(call, summary);
        Throw(call.Put(summary.Thrown));
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

        var result = call.Put(summary.Result);
        Defer(summary, result, () => Apply(operation, target, owner, given, arguments));
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

        Substitution Handed(Store known) => new(definition, summary, owner, given, known, operation.Syntax, SymbolNames.Display(target), taint => TakeOver(taint, definition, operation.Syntax)) { Cells = cells };
    }

    /// <summary>What lies in objects after the call.</summary>
    private void Leave(Substitution call, MethodSummary summary)
    {
        Pass(call, summary);
        if (summary.Heap.IsEmpty)
        {
            return;
        }

        // Two things that are handed in may be one object: what each leaves there is joined, and replaces what was there if either does.
        var written = new Dictionary<(HeapObject Object, string Segment), (FlowValue Value, bool Replaces)>();
        var unseen = new List<(InputObject Object, string Segment, FlowValue Value)>();
        var next = store;
        foreach (var entry in summary.Heap)
        {
            var value = call.Put(entry.Value);
            var objects = call.Objects(entry.Key.Object);
            if (entry.Key.Segment == Segment.Rest)
            {
                next = value.IsNone && objects.Count == 1 && IsTheOnly(objects[0]) && IsTheOnly(entry.Key.Object) ? Cleared(next, objects[0]) : next;
                continue;
            }

            if (objects.IsEmpty && entry.Key.Object is InputObject { Path.Text.Length: > 0 } part && !value.IsNone)
            {
                unseen.Add((part, entry.Key.Segment, value));
            }

            foreach (var one in objects)
            {
                // What is written holds what was there before, where the method has not replaced it itself.
                var replaces = objects.Count == 1 && entry.Key.Segment != Segment.Unknown && IsTheOnly(one) && (entry.Key.Object is MadeObject || IsTheOnly(entry.Key.Object));
                written[(one, entry.Key.Segment)] = written.TryGetValue((one, entry.Key.Segment), out var other) ? (other.Value.And(value), other.Replaces || replaces) : (value, replaces);
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

        store = next;
    }
}
