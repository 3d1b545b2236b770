using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Sinks;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Code that nobody knows: whatever goes in may stay in what it was given, and come out.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>Code that nobody knows: whatever goes in may come out, and may stay in what it was given.</summary>
    private FlowValue Unknown(IOperation operation, IMethodSymbol target, FlowValue owner, FlowValue[] values, IReadOnlyList<GivenArgument> arguments)
    {
        if (Known.IsCount(target))
        {
            return FlowValue.None;
        }

        if (Known.IsEndpointMapping(target))
        {
            return Mapped(operation, values, arguments);
        }

        LoosenFor(target, owner, values, arguments);
        var called = target.MethodKind == MethodKind.DelegateInvoke ? (operation as IInvocationOperation)?.Instance : null;
        var all = target is { Name: nameof(System.Delegate.DynamicInvoke), ContainingType.SpecialType: SpecialType.System_Delegate } ? Looked(InvokedByName(operation, owner, values[0], arguments[0])) : Looked(owner);
        var deep = new FlowValue[values.Length];
        for (var i = 0; i < deep.Length; i++)
        {
            deep[i] = Looked(values[i]);
        }

        DecideByThrowing(target, arguments, values);
        if (target.ReturnsVoid || IsStatement(operation))
        {
            for (var i = 0; i < values.Length; i++)
            {
                Used(arguments[i].Value.Syntax, operation.Syntax, values[i]);
            }
        }

        var known = called is null ? [] : FunctionsOf(called);
        foreach (var function in known.Count == 0 ? Enumerable.Empty<IMethodSymbol>() : known.OfType<IMethodSymbol>())
        {
            for (var i = 0; i < values.Length && i < function.Parameters.Length; i++)
            {
                nested.Hand(function.Parameters[PlaceOf(arguments, i)], values[i]);
                Cross(function.Parameters[PlaceOf(arguments, i)], null, arguments[i].Value, values[i]);
            }
        }

        if (solver.Statics.IsAny && target.MethodKind == MethodKind.DelegateInvoke && known.Any(static function => function is null))
        {
            Expose();
        }

        if (target.MethodKind == MethodKind.DelegateInvoke && purposes.Sinks.Of(target).IsEmpty)
        {
            var isUnknown = known.Any(static function => function is null) && !IsKnownToCallers(owner);
            for (var i = 0; i < deep.Length && isUnknown; i++)
            {
                // Behind a label it goes on under that.
                if (!IsLabelled(arguments[i].Parameter))
                {
                    Lose(arguments[i].Value.Syntax, deep[i], "a delegate");
                }
            }

            if (values.All(static value => value.IsNone) && !arguments.Any(static argument => IsByReference(argument.Parameter)))
            {
                return owner;
            }
        }

        foreach (var value in deep)
        {
            all = all.And(value);
        }

        if (!all.Taints.IsEmpty && solver.IsMissing(target))
        {
            Lose(operation.Syntax, all, $"the library '{target.ContainingAssembly.Name}', which does not say what it does with it");
        }

        if (!all.Taints.IsEmpty && Known.IsKeptByTheProcess(target))
        {
            for (var i = 0; i < deep.Length; i++)
            {
                Lose(arguments[i].Value.Syntax, deep[i], "the environment of the process");
            }
        }

        // What lies in an object is found from the object: the object itself is enough.
        var sum = owner;
        foreach (var value in values)
        {
            sum = sum.And(value);
        }

        var links = sum.Objects;
        solver.Work(owner.Objects.Count * deep.Length);

        // What everybody finds does not keep what it is only asked for.
        var keeper = target.MethodKind == MethodKind.DelegateInvoke || Known.KeepsNothing(target) ? FlowValue.None : shares || solver.Statics.IsAny ? owner.Where(one => Keeps(one, target, (operation as IInvocationOperation)?.Instance?.Type)) : owner;
        for (var i = 0; i < deep.Length; i++)
        {
            var value = new FlowValue(deep[i].Taints, values[i].Objects);
            PutWeakly(keeper, Segment.Unknown, value);

            // A writer hands what it is given on to the stream that it was made for.
            PutWeakly(store.Read(owner, Segment.Unknown).Where(static one => one is MadeObject { Type: { } type } && Known.IsFilled(type)).Unlabelled(), Segment.Unknown, value.Where(static one => one is not MadeObject { Type: { } type } || !Known.IsFilled(type)));
        }

        if (target is { Name: "Throw", ContainingType.Name: "ExceptionDispatchInfo" })
        {
            Throw(all.Where(static one => one is not MadeObject { Type: { } type } || KnownLogs.IsException(type)));
        }

        for (var i = 0; i < deep.Length; i++)
        {
            // A buffer, a stream, a writer: what it is handed together with may end in it.
            if ((Known.IsFilled(arguments[i].Value.Type) || (i == 0 && target.IsExtensionMethod && Known.IsFilledByExtensions(arguments[i].Value.Type))) && !Known.IsReadOnly(arguments[i].Parameter?.Type))
            {
                PutWeakly(values[i], Segment.Unknown, FlowValue.Of(all.Taints));
            }
        }

        for (var i = 0; i < values.Length; i++)
        {
            var (parameter, value) = arguments[i];
            all = all.And(Looked(Hand(value, parameter, values[i], all)));
            if (parameter is { RefKind: RefKind.Out or RefKind.Ref })
            {
                HandOut(parameter, value, Held(operation, parameter.Type, all, links, "out" + parameter.Ordinal));
            }
        }

        if (Configured(target) is { } options)
        {
            return options;
        }

        Configure(target, arguments);
        CallKept(operation, owner, values, arguments);
        Tell(operation, owner, target.MethodKind == MethodKind.DelegateInvoke ? null : target.ContainingType, values, arguments);

        // Lambdas may have written by now.
        all = all.And(Looked(all));
        if (Known.IsBuilder(target.ContainingType) && Known.IsBuilder(target.ReturnType) && !target.IsStatic)
        {
            // It hands itself on, so that hundreds of parts in one statement are one object.
            return owner;
        }

        return target.ReturnsVoid ? FlowValue.None : Held(operation, Known.Awaited(operation.Type), all, links, "result");
    }

    /// <summary>A request brings what a handler is called with, and what it yields goes into the response: neither is in the application, where the next handler would find it.</summary>
    private FlowValue Mapped(IOperation operation, FlowValue[] values, IReadOnlyList<GivenArgument> arguments)
    {
        for (var i = 0; i < values.Length; i++)
        {
            Hand(arguments[i].Value, arguments[i].Parameter, values[i], FlowValue.None);
        }

        return Held(operation, operation.Type, FlowValue.None, FlowValue.None.Objects, "result");
    }

    /// <summary>All labels on a value and on what it holds; what the look costs counts.</summary>
    private FlowValue Looked(FlowValue value)
    {
        var all = store.Deep(value, out var looked);
        solver.Work(looked);
        return all;
    }

    /// <summary>What code that nobody knows hands out: a value that tells all that went in; a collection holds it, and does not tell it by itself.</summary>
    /// <param name="links">What went in, as it was handed over.</param>
    private FlowValue Held(IOperation operation, ITypeSymbol? type, FlowValue all, FlatSet<HeapObject> links, string part)
    {
        if (Known.IsSimple(type))
        {
            return FlowValue.Of(all.Taints);
        }

        if (operation is IInvocationOperation { TargetMethod.Name: ['G', 'e', 't', ..] } call && AskedFor(call, type) is { } service)
        {
            return Resolved(call, service, type, all, links);
        }

        var made = isCoarse ? new MadeObject(whole!, null) { Part = "elsewhere", IsMany = true } : new MadeObject(operation.Syntax, null) { Part = part, SeenAs = type };
        Write(made, Segment.Unknown, new FlowValue(all.Taints, links), false);
        return new FlowValue(Known.IsCollection(type) ? FlatSet<Taint>.Empty : all.Taints, all.Where(one => Known.MayBe(TypeOf(one), type)).Objects.Add(made));
    }

    /// <summary>The type under which an object is known here; null where none is. What code from elsewhere attaches to an object of the program is found by that, so of what is handed in, only arrays and delegates are told apart.</summary>
    private static ITypeSymbol? TypeOf(HeapObject one) => one switch
    {
        MadeObject made => made.Type ?? made.SeenAs,
        InputObject { Input: IParameterSymbol { Type: { TypeKind: TypeKind.Array or TypeKind.Delegate } type }, Path.Segments.Count: 0 } => type,
        _ => null,
    };

    /// <summary>What is called through a function pointer is a method whose address was taken, as far as that is seen.</summary>
    private FlowValue Pointed(IFunctionPointerInvocationOperation call)
    {
        var pointer = Evaluate(call.Target);
        var arguments = call.Arguments.Select(static argument => new GivenArgument(argument.Parameter, argument.Value)).ToArray();
        var values = arguments.Select(argument => Evaluate(argument.Value)).ToArray();
        RunsKept(call.Syntax, call.Target, pointer);
        var result = RunWith(call, pointer, values, arguments);
        if (Functions(pointer, values.Length).Any() && !pointer.Objects.Any(IsMadeElsewhere))
        {
            return InHand(call, result.With(pointer.Taints));
        }

        var isKnown = IsKnownToCallers(pointer);
        for (var i = 0; i < values.Length; i++)
        {
            if (!isKnown)
            {
                Lose(arguments[i].Value.Syntax, store.Deep(values[i]), "a function pointer");
            }

            result = result.And(values[i]);
        }

        return InHand(call, result.And(pointer));
    }
}
