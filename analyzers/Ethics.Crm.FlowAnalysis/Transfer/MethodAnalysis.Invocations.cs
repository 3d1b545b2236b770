using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Declassifiers;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Purposes;
using Ethics.Crm.FlowAnalysis.Endpoints.Sinks;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>
/// Delegates as objects: where one is made, what runs is known, and where it is called, what it is called with. Whoever calls it puts that into parts of the object, as into any other, and where the two
/// come together, in the method that has both in hand, it runs. So delegates lie in fields, lists and events, and go through calls and back, as everything does.
/// </summary>
internal sealed partial class MethodAnalysis
{
    private const string FunctionPart = "function";
    private const string IsHandedOn = "is handed to a function";

    private readonly HashSet<HeapObject> running = new();

    /// <summary>A delegate is called.</summary>
    private FlowValue Invoked(IOperation operation, IMethodSymbol target, FlowValue owner, FlowValue[] values, IReadOnlyList<GivenArgument> arguments)
    {
        if ((operation as IInvocationOperation)?.Instance is { } called)
        {
            // What it takes out of objects is what lies there by now.
            nested.Publish(store);
            RunsKept(operation.Syntax, called, owner);
        }

        var result = RunAndLeave(operation, owner, values, arguments, out var found);
        if (owner.Objects.Count == 1 && owner.Objects[0] is InputObject { IsWaiting: false } only && IsCallable(only) && IsTheOnly(only))
        {
            Write(only, Segment.Called, FlowValue.None, true);
        }

        // Of one that only callers know, they are told what goes into it.
        var isAll = Functions(owner, values.Length).Any() && !owner.Objects.Any(IsMadeElsewhere);
        result = isAll ? result.With(owner.Taints) : result.And(Unknown(operation, target, owner, values, arguments));
        PutLeft(operation, found, values, arguments, isAll);
        return result;
    }

    private static bool IsMadeElsewhere(HeapObject one) => IsUnseen(one) || (one is InputObject input && IsCallable(input));

    /// <summary>Runs the functions that are known of, and leaves what they are called with in all others.</summary>
    private FlowValue RunWith(IOperation operation, FlowValue owner, FlowValue[] values, IReadOnlyList<GivenArgument> arguments)
    {
        var functions = Functions(owner, values.Length).ToArray();
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i].IsNone)
            {
                continue;
            }

            LeaveIn(owner, PlaceOf(arguments, i), arguments[i], values[i]);

            // Behind a label it goes on under that.
            var syntax = arguments[i].Value.Syntax;
            var handed = IsLabelled(arguments[i].Parameter) ? values[i].Unlabelled() : values[i].Select(taint => taint.By(Trail.Then(taint.Trail, syntax, IsHandedOn)));
            foreach (var one in owner.Objects.Where(static one => one is InputObject input && IsCallable(input)).Concat(functions))
            {
                Write(one, Segment.Argument(PlaceOf(arguments, i)), handed, false);
            }
        }

        if (values.Any(static value => !value.IsNone))
        {
            foreach (var keeper in owner.Objects.OfType<MadeObject>().Select(static one => one.Keeper).OfType<ISymbol>())
            {
                // What it holds is asked for from now on.
                solver.Enter(keeper);
            }
        }

        var result = FlowValue.None;
        var isCertain = functions.Length == 1 && !owner.Objects.Any(IsMadeElsewhere);
        foreach (var function in functions)
        {
            var before = store;
            for (var i = 0; i < values.Length; i++)
            {
                Cross(function.Function!.Parameters[PlaceOf(arguments, i) + Bound(function)], null, arguments[i].Value, values[i]);
            }

            result = result.And(RunOne(function, operation, values, arguments));

            // Where any of several is called, what one replaces may be there all the same.
            store = isCertain ? store : store.Join(before);
        }

        return result;
    }

    /// <summary>Whether a delegate was handed in, or lies in what was: whoever does that is told what it is called with. What it yields is among the objects, too.</summary>
    private bool IsKnownToCallers(FlowValue function)
    {
        var isKnown = false;
        foreach (var one in function.Objects)
        {
            if (IsUnseen(one))
            {
                return false;
            }

            isKnown |= one is MadeObject { Function: not null } or MadeObject { Keeper: not null } || (one is InputObject handed && IsCallable(handed));
        }

        return isKnown;
    }

    /// <summary>A delegate that code outside of the program has handed out.</summary>
    private static bool IsUnseen(HeapObject one) => one is MadeObject { Function: null, Keeper: null } made && (made.Type ?? made.SeenAs) is { TypeKind: TypeKind.Delegate };

    private static bool IsCallable(InputObject input)
        => input.Path.Text.Length > 0 || input.Input is IParameterSymbol { Type: { TypeKind: TypeKind.Delegate or TypeKind.TypeParameter or TypeKind.Dynamic } or { SpecialType: SpecialType.System_Object or SpecialType.System_Delegate or SpecialType.System_MulticastDelegate } } or ILocalSymbol;

    /// <summary>How many parameters have got their value when the delegate was made: one where it is made of an extension.</summary>
    private static int Bound(MadeObject function) => function.Type is INamedTypeSymbol { DelegateInvokeMethod.Parameters.Length: var called } && function.Function is { IsStatic: true, Parameters.Length: var all } && all == called + 1 ? 1 : 0;

    /// <summary>Takes one delegate out of those that are combined: where it cannot be told which it is, none.</summary>
    private FlowValue Without(FlowValue combined, FlowValue taken)
    {
        if (Taken(taken) is not MadeObject { Function: not null } one)
        {
            return combined;
        }

        var same = Functions(combined).Where(other => SymbolEqualityComparer.Default.Equals(other.Function, one.Function) && store.Read(other, Segment.Receiver).Equals(store.Read(one, Segment.Receiver)) && store.Read(one, Segment.Receiver).Objects.All(IsTheOnly)).ToArray();
        return same is [var gone] && IsTheOnly(gone) && !store.Heap.ContainsKey((gone, Segment.Again)) ? combined.Where(other => !other.Equals(gone)) : combined;
    }

    /// <summary>The delegates that a value may be, or that lie in what is known of it no nearer.</summary>
    private static IEnumerable<MadeObject> Functions(FlowValue value) => value.Objects.OfType<MadeObject>().Where(IsFunction);

    /// <summary>Those of them that are called with so many arguments.</summary>
    private static IEnumerable<MadeObject> Functions(FlowValue value, int arguments) => Functions(value).Where(one => one.Function!.Parameters.Length - Bound(one) == arguments);

    private static bool IsFunction(HeapObject one) => one is MadeObject { Function: not null };

    /// <summary>Runs a delegate with all that it has been called with so far.</summary>
    /// <returns>What it yields.</returns>
    private FlowValue Run(MadeObject function, IOperation operation)
    {
        if (!running.Add(function))
        {
            return FlowValue.None;
        }

        try
        {
            var target = function.Function!;
            leftFrom = Bound(function);
            var code = CodeOfFunction(target);
            var given = new FlowValue[target.Parameters.Length];
            for (var i = 0; i < given.Length; i++)
            {
                given[i] = GivenTo(function, i, store);
                given[i] = Handed(operation.Syntax, target, target.Parameters[i], given[i], code);
            }

            var result = target.MethodKind is MethodKind.AnonymousFunction or MethodKind.LocalFunction ? RunNested(function, target.OriginalDefinition, given, operation) : RunMethod(function, target, given, operation);
            return Anonymizers.Is(purposes, target) ? result.Unlabelled() : result;
        }
        finally
        {
            running.Remove(function);
        }
    }

    /// <summary>What a delegate has been called with: of objects those that its parameter can take.</summary>
    public static FlowValue GivenTo(MadeObject function, int ordinal, Store store)
    {
        var bound = Bound(function);
        var type = function.Function!.Parameters[ordinal].Type;
        return store.Read(function, ordinal < bound ? Segment.Receiver : Segment.Argument(ordinal - bound)).Where(one => one is not MadeObject made || Known.CanBe(made.Type ?? made.SeenAs, type));
    }

    /// <summary>Values come to a function that declares what it works for where it is called with them.</summary>
    private FlowValue Handed(SyntaxNode at, IMethodSymbol target, IParameterSymbol parameter, FlowValue value, CodePurposes code)
    {
        if (value.Taints.IsEmpty || IsLabelled(parameter))
        {
            // Behind a label it goes on under that.
            return value.Taints.IsEmpty ? value : value.Unlabelled();
        }

        var name = SymbolNames.Display(CodePurposeReader.MemberOf(target));
        foreach (var sink in purposes.Sinks.Of(target, parameter))
        {
            foreach (var taint in value.Taints)
            {
                var syntax = CalledAt(taint, at);
                Disclose(taint, syntax, sink.Kind == SinkKind.ExceptionMessage ? NameOfException(target) : name, sink, CodeAt(syntax), taint.Trail);
            }
        }

        if (code.IsUndeclared || code.IsUnknown)
        {
            return value;
        }

        var names = Keys(code.Names);
        foreach (var taint in value.Taints)
        {
            Arrive(taint, CalledAt(taint, at), name, names, taint.Trail);
        }

        return value.Select(taint => taint.At(names));
    }

    /// <summary>Where a delegate was called with a value.</summary>
    private static SyntaxNode CalledAt(Taint taint, SyntaxNode otherwise) => taint.Trail is { Word: IsHandedOn, Syntax: var called } ? called : otherwise;

    private CodePurposes CodeOfFunction(IMethodSymbol function)
    {
        if (function.MethodKind != MethodKind.AnonymousFunction)
        {
            return CodeOf(function);
        }

        return function.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is AnonymousFunctionExpressionSyntax { Body: var body } ? solver.Contexts.PurposesAt(body, function) : CodePurposes.Undeclared;
    }

    private FlowValue RunMethod(MadeObject function, IMethodSymbol target, FlowValue[] given, IOperation operation)
    {
        var owner = store.Read(function, Segment.Receiver);
        var targets = Taking(solver.BodiesOf(function, graph.Known.TypesOf(owner), owner), given);
        foreach (var other in targets.Where(one => !SymbolEqualityComparer.Default.Equals(one, target.OriginalDefinition)))
        {
            // What overrides the method of which the delegate was made may say for itself what it works for.
            for (var i = 0; i < given.Length && i < other.Parameters.Length; i++)
            {
                Handed(operation.Syntax, other, other.Parameters[i], given[i], CodeOf(other));
            }
        }

        if (targets.Length == 0 && !target.IsStatic && IsFromElsewhere(target) && !Known.KeepsNothing(target))
        {
            // What a method of the framework is given may stay in its object, as that of a list does.
            foreach (var value in given)
            {
                PutWeakly(owner, Segment.Unknown, new FlowValue(Looked(value).Taints, value.Objects));
            }
        }

        return targets.Length > 0
            ? ApplyAll(operation, target, targets, owner, given, [], [])
            : FlowValue.Of(Looked(given.Aggregate(owner, static (all, one) => all.And(one))).Taints);
    }
}
