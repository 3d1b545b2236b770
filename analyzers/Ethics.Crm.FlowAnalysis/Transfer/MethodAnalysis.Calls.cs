using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Declassifiers;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
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

    private FlowValue CallOf(IOperation operation, IMethodSymbol target, IOperation? instance, IEnumerable<IOperation> given)
    {
        var owner = instance is null ? FlowValue.None : Evaluate(instance);
        var arguments = given.Select(one => one is IArgumentOperation argument ? (argument.Parameter, argument.Value) : (null, one)).ToArray();
        var values = new FlowValue[arguments.Length];
        var byParameter = new FlowValue[target.Parameters.Length];
        for (var i = 0; i < byParameter.Length; i++)
        {
            byParameter[i] = FlowValue.None;
        }

        for (var i = 0; i < arguments.Length; i++)
        {
            values[i] = arguments[i].Parameter is { RefKind: RefKind.Out } ? FlowValue.None : Evaluate(arguments[i].Value);
            var ordinal = arguments[i].Parameter?.Ordinal ?? i;
            if (ordinal < byParameter.Length)
            {
                byParameter[ordinal] = values[i];
            }

            // A labelled parameter is a border of its own.
            if (arguments[i].Parameter is not { } parameter || purposes.Labels.Of(parameter.OriginalDefinition, cancellationToken).IsEmpty)
            {
                HandOver(arguments[i].Value.Syntax, values[i], target);
            }
        }

        if (target.MethodKind == MethodKind.LocalFunction)
        {
            return Apply(operation, target, owner, byParameter, arguments);
        }

        var isVirtual = operation is not IInvocationOperation { IsVirtual: false };
        var targets = solver.Targets.Of(target, isVirtual && instance is not null, owner).Where(solver.HasBody).ToArray();
        if (targets.Length > 0)
        {
            return ApplyAll(operation, target, targets, owner, byParameter, arguments, values);
        }

        return Unknown(operation, target, owner, values, arguments);
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
                    HandOver(arguments[i].Value.Syntax, values[i], target);
                }
            }

            result = result.And(Apply(operation, target, owner, given, arguments));
            after = after is null ? store : after.Join(store);
        }

        store = after ?? before;
        return result;
    }

    /// <summary>Puts what is handed in at this call into the summary of the method.</summary>
    private FlowValue Apply(IOperation operation, IMethodSymbol target, FlowValue owner, FlowValue[] given, IReadOnlyList<(IParameterSymbol? Parameter, IOperation Value)> arguments)
    {
        var definition = target.OriginalDefinition;
        var summary = target.MethodKind == MethodKind.LocalFunction ? nested.SummaryOf(definition) : solver.SummaryOf(definition, method);
        var call = new Substitution(definition, owner, given, store, operation.Syntax, SymbolNames.Display(target));
        foreach (var arrival in summary.Arrivals)
        {
            foreach (var taint in call.Taints(arrival.Origin, $"is handed to '{call.Name}'"))
            {
                Arrive(taint, arrival.Syntax, arrival.Target, arrival.Purposes, Trail.Joined(taint.Trail, arrival.Trail));
            }
        }

        var next = store;
        foreach (var entry in summary.Heap)
        {
            var value = call.Put(entry.Value);
            var objects = call.Objects(entry.Key.Object).ToArray();
            foreach (var one in objects)
            {
                next = next.Write(one, entry.Key.Segment, value, objects.Length == 1 && one is InputObject { Path.Text.Length: 0 } or MadeObject { Call: null } && objects.Length == 1 && graph.IsOnceObject(one));
            }
        }

        store = next;
        foreach (var (parameter, value) in arguments)
        {
            if (parameter is { RefKind: RefKind.Out or RefKind.Ref } && summary.Outs.TryGetValue(definition.Parameters[parameter.Ordinal], out var handedOut))
            {
                Assign(value, call.Put(handedOut));
            }
        }

        return call.Put(summary.Result);
    }

    /// <summary>Code that nobody knows: whatever goes in may come out, and may stay in what it was given.</summary>
    private FlowValue Unknown(IOperation operation, IMethodSymbol target, FlowValue owner, FlowValue[] values, IReadOnlyList<(IParameterSymbol? Parameter, IOperation Value)> arguments)
    {
        if (Known.IsCount(target))
        {
            return FlowValue.None;
        }

        var all = store.Deep(owner);
        var isMap = Known.IsDictionary(target.ContainingType) && target.Name is "Add" or "TryAdd" && values.Length == 2;
        for (var i = 0; i < values.Length; i++)
        {
            var deep = store.Deep(values[i]);
            all = all.And(deep);
            PutWeakly(owner, isMap ? i == 0 ? Segment.Keys : Segment.Elements : Segment.Unknown, deep);
        }

        foreach (var (parameter, value) in arguments)
        {
            Hand(value, all);
            if (parameter is { RefKind: RefKind.Out or RefKind.Ref })
            {
                Assign(value, all);
            }
        }

        // Lambdas may have written by now.
        all = all.And(store.Deep(all));
        if (target.ReturnsVoid)
        {
            return FlowValue.None;
        }

        return Known.IsCollection(Known.Awaited(operation.Type)) ? Hold(operation, all) : all;
    }

    /// <summary>A collection that holds it: what is taken out of that is labelled, the collection alone is not.</summary>
    private FlowValue Hold(IOperation operation, FlowValue all)
    {
        var made = new MadeObject(operation.Syntax, null);
        store = store.Write(made, Segment.Unknown, all, false);
        return new FlowValue(ImmutableHashSet<Taint>.Empty, all.Objects.Add(made));
    }

    private FlowValue Creation(IObjectCreationOperation creation)
    {
        var made = FlowValue.Of(new MadeObject(creation.Syntax, null) { Type = creation.Type });
        if (creation.Constructor is not { } constructor)
        {
            return made.With(Parts(creation).Taints);
        }

        var values = creation.Arguments.Select(argument => Evaluate(argument.Value)).ToArray();
        for (var i = 0; i < values.Length; i++)
        {
            HandOver(creation.Arguments[i].Value.Syntax, values[i], constructor);
        }

        if (solver.HasBody(constructor))
        {
            var byParameter = constructor.Parameters.Select(_ => FlowValue.None).ToArray();
            for (var i = 0; i < values.Length; i++)
            {
                byParameter[creation.Arguments[i].Parameter!.Ordinal] = values[i];
            }

            Apply(creation, constructor, made, byParameter, creation.Arguments.Select(argument => (argument.Parameter, argument.Value)).ToArray());
            return made;
        }

        if (!IsFromElsewhere(constructor))
        {
            for (var i = 0; i < values.Length; i++)
            {
                // A positional record keeps each value in the property of that name.
                if (Known.PartsOf(constructor.ContainingType).FirstOrDefault(part => part.Name == creation.Arguments[i].Parameter!.Name) is { } part)
                {
                    Put(made, Segment.Of(part), values[i]);
                }
                else
                {
                    PutWeakly(made, Segment.Unknown, store.Deep(values[i]));
                }
            }

            return made;
        }

        var all = values.Aggregate(FlowValue.None, (sum, value) => sum.And(store.Deep(value)));
        foreach (var argument in creation.Arguments)
        {
            Hand(argument.Value, all);
        }

        PutWeakly(made, Segment.Unknown, all);
        return Known.IsCollection(creation.Type) ? made : made.With(all.Taints);
    }

    private FlowValue Lambda(IFlowAnonymousFunctionOperation lambda)
    {
        nested.Add(lambda.Symbol, graph.Body.GetAnonymousFunctionControlFlowGraph(lambda, cancellationToken));
        nested.Publish(store);
        return FlowValue.Of(nested.SummaryOf(lambda.Symbol).Result.Taints);
    }

    private void Learn(IMethodSymbol localFunction)
    {
        if (graph.Body.LocalFunctions.Contains(localFunction.OriginalDefinition))
        {
            nested.Add(localFunction.OriginalDefinition, graph.Body.GetLocalFunctionControlFlowGraph(localFunction.OriginalDefinition, cancellationToken));
        }

        nested.Publish(store);
    }

    private FlowValue MethodGroup(IMethodReferenceOperation reference)
    {
        if (Labelled(reference) is { } labelled)
        {
            return labelled;
        }

        if (reference.Method.MethodKind == MethodKind.LocalFunction)
        {
            Learn(reference.Method);
            return nested.SummaryOf(reference.Method.OriginalDefinition).Result;
        }

        return solver.HasBody(reference.Method) ? solver.SummaryOf(reference.Method.OriginalDefinition, method).Result : FlowValue.None;
    }

    /// <summary>Code that nobody knows may call a lambda with whatever it was given.</summary>
    private void Hand(IOperation argument, FlowValue all)
    {
        while (argument is IConversionOperation or IDelegateCreationOperation)
        {
            argument = argument is IConversionOperation conversion ? conversion.Operand : ((IDelegateCreationOperation)argument).Target;
        }

        if (argument is IFlowAnonymousFunctionOperation lambda)
        {
            foreach (var parameter in lambda.Symbol.Parameters)
            {
                nested.Hand(parameter, all);
            }
        }
    }
}
