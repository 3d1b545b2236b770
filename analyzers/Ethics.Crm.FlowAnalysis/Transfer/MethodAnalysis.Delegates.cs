using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Contexts;
using Ethics.Crm.FlowAnalysis.Endpoints.Purposes;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Delegates tell nothing before they are called. Whoever calls one runs the lambda behind it, which works for them where nothing is declared around it.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>The lambdas that read something where nothing is declared, or call what may.</summary>
    private readonly HashSet<IMethodSymbol> readers = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a value of the type is a function, or an expression that stands for one.</summary>
    private static bool IsFunction(ITypeSymbol? type) => type is { TypeKind: TypeKind.Delegate or TypeKind.FunctionPointer } or { Name: "Expression", TypeKind: TypeKind.Class };

    /// <summary>Whether a lambda can be put into a variable of the type as it stands.</summary>
    private static bool MayHoldFunction(ITypeSymbol? type) => IsFunction(type) || type is { SpecialType: SpecialType.System_Object or SpecialType.System_Delegate or SpecialType.System_MulticastDelegate } or { Name: "ICloneable" or "ISerializable", TypeKind: TypeKind.Interface };

    /// <summary>The lambda whose body is walked; null in a method or a local function.</summary>
    private IMethodSymbol? Inside => graph.Of.MethodKind == MethodKind.AnonymousFunction ? graph.Of : null;

    /// <summary>A function is called here, or handed to code that may call it now.</summary>
    /// <param name="function">The expression that stands for it.</param>
    /// <param name="value">What it yields.</param>
    private void Runs(SyntaxNode site, IOperation? function, FlowValue value)
    {
        var type = function?.Type;
        if (readers.Count > 0)
        {
            foreach (var lambda in FunctionsOf(function))
            {
                if (lambda is not null && readers.Contains(lambda))
                {
                    CallsHere(lambda, site);
                }
            }
        }

        foreach (var taint in value.Taints)
        {
            Runs(taint, site, Running, site, type);
            if (Inside is { } around && taint is { Origin: ReadOrigin, ReadIn: { } read })
            {
                readers.Add(around);
                Calls(around, read, site);
            }
        }
    }

    /// <param name="site">Where it is called.</param>
    /// <param name="by">What calls it.</param>
    /// <param name="here">Where that is called by the code here.</param>
    /// <param name="type">The type by which it is called, as far as that is known.</param>
    private void Runs(Taint taint, SyntaxNode site, IMethodSymbol by, SyntaxNode here, ITypeSymbol? type)
    {
        switch (taint)
        {
            case { Origin: ReadOrigin, ReadIn: { } lambda }:
                Calls(by, lambda, site);
                break;
            case { Origin: InputOrigin input }:
                graph.Arrive(new InputArrival(input, site, "", "", PurposeNames.None) { Purposes = ImmutableArray<string>.Empty, Runner = by, CalledAs = type });
                if (PartOf(input.Path) is { } part && (site == here || IsForCaller(site, by)))
                {
                    RunsKept(part, here, type, isAskedOf: true);
                }

                break;
        }
    }

    /// <summary>A method that is called here calls a function that it was handed, or found in what it was handed.</summary>
    private void Runs(Substitution call, InputArrival arrival, SyntaxNode site, IReadOnlyList<GivenArgument> arguments)
    {
        var type = call.AsCalled(arrival.CalledAs);

        // One that works for whoever calls it runs for this call what this call hands it, and for no other.
        var isForThis = IsForCaller(arrival.Syntax, arrival.Runner!);
        if (readers.Count > 0 && arrival.Origin is { Path.Text.Length: 0, Input: IParameterSymbol { Ordinal: var ordinal } })
        {
            foreach (var (parameter, given) in arguments)
            {
                foreach (var lambda in parameter?.Ordinal == ordinal ? FunctionsOf(given) : [])
                {
                    if (lambda is null || !readers.Contains(lambda))
                    {
                        continue;
                    }

                    if (isForThis)
                    {
                        CallsHere(lambda, site);
                    }
                    else
                    {
                        Calls(arrival.Runner!, lambda, arrival.Syntax);
                    }
                }
            }
        }

        foreach (var taint in call.Taints(arrival.Origin))
        {
            switch (isForThis)
            {
                case true when taint is { Origin: ReadOrigin, ReadIn: { } lambda }:
                    CallsHere(lambda, site);
                    break;
                case true:
                    Runs(taint, site, Running, site, type);
                    break;
                default:
                    Runs(taint, arrival.Syntax, arrival.Runner!, site, type);
                    break;
            }
        }

        RunsIn(call.ObjectsAt(arrival.Origin), arrival, site, type);
    }

    /// <summary>Code here calls other code, for whoever calls what is written here, and for whoever calls the lambda in which it is.</summary>
    private void CallsHere(IMethodSymbol callee, SyntaxNode site, string walk = Walk.Whole)
    {
        Calls(Running, callee, site, walk);
        if (Inside is { } lambda)
        {
            readers.Add(lambda);
            Calls(lambda, callee, site, walk);
        }
    }

    private void Calls(IMethodSymbol caller, IMethodSymbol callee, SyntaxNode site, string walk = Walk.Whole) => solver.Contexts.Add(method, new CallSite(caller, callee, site) { CallerWalk = WalkOf(caller), CalleeWalk = walk });

    /// <summary>The walk of what runs here: lambdas and local functions have one for all of them. Null for another method, of which it is not known.</summary>
    private string? WalkOf(IMethodSymbol running)
        => running.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction ? Walk.Whole : SymbolEqualityComparer.Default.Equals(running, method) ? WalkName : null;

    /// <summary>What a call yields is no function any more that somebody could call: what a lambda has read for whoever called it here, it has read for this code.</summary>
    private FlowValue Yielded(IInvocationOperation call, FlowValue value)
    {
        if (value.Taints.IsEmpty || IsFunction(call.Type))
        {
            return value;
        }

        var isCalledHere = call.TargetMethod.MethodKind == MethodKind.DelegateInvoke;
        var inside = Inside;
        return value.Select(taint => taint.ReadIn is null || SymbolEqualityComparer.Default.Equals(taint.ReadIn, inside) ? taint
            : isCalledHere && taint.ReadBy is not null ? ForThis(taint, call.Syntax)
            : taint with { ReadIn = null });
    }

    /// <summary>Functions that are handed to code that nobody knows may be called by it now, for the code here. Those that are written in place are judged where they are written.</summary>
    private void HandFunctions(SyntaxNode site, IReadOnlyList<GivenArgument> arguments, FlowValue[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!values[i].Taints.IsEmpty && IsFunction(arguments[i].Value.Type) && Function(arguments[i].Value) is { } function and not IFlowAnonymousFunctionOperation)
            {
                Runs(site, function, values[i]);
                InHandNow(function, values[i]);
            }
        }
    }
}
