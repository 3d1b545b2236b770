using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Contexts;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Purposes;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>For whom code runs that declares nothing: for whoever calls it.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>What runs here. A lambda runs for the code in which it is written.</summary>
    private IMethodSymbol Running
    {
        get
        {
            var running = CallContexts.Writer(graph.Of);
            return running.MethodKind is MethodKind.LocalFunction ? running : method;
        }
    }

    /// <param name="runsFunctions">Whether it calls a function that it is handed, and so may read what that does.</param>
    private void Calls(IMethodSymbol callee, bool runsFunctions, SyntaxNode site, string walk = Walk.Whole)
    {
        if ((callee.MethodKind == MethodKind.LocalFunction || solver.MayRead(callee) || runsFunctions) && !IsBorder(callee))
        {
            CallsHere(callee, site, walk);
        }
    }

    /// <summary>What the callee has read without a purpose of its own, it has read for the code that calls it. Where that declares one, the read is told there and the value has arrived.</summary>
    private Taint TakeOver(Taint taint, IMethodSymbol callee, SyntaxNode site)
    {
        if (taint.ReadBy is null || !SymbolEqualityComparer.Default.Equals(taint.ReadBy, callee))
        {
            return taint;
        }

        if (IsBorder(callee))
        {
            return taint with { ReadBy = null };
        }

        return ForThis(taint, site) is var told && told.ReadIn is null && taint.ReadIn is not null ? told with { ReadIn = taint.ReadIn } : told;
    }

    /// <summary>A label that was read for the code here.</summary>
    private Taint ForThis(Taint taint, SyntaxNode site)
    {
        var code = PurposesAt(site);
        return code.IsUndeclared ? taint with { ReadBy = Running, ReadIn = Inside }
            : (taint with { ReadBy = null, ReadIn = null }).At(code.IsUnknown || code.IsNever ? ImmutableArray<string>.Empty : Keys(code.Names));
    }

    /// <summary>A value is put to use here by code that nobody knows. Where nothing is declared, that is done for whoever calls this code.</summary>
    private void Used(SyntaxNode argument, SyntaxNode site, FlowValue value)
    {
        if (value.Taints.IsEmpty || !PurposesAt(site).IsUndeclared)
        {
            return;
        }

        var target = SymbolNames.Display(CodePurposeReader.MemberOf(graph.Of));
        foreach (var taint in value.Taints)
        {
            ArriveFor(taint, argument, target, site, taint.Trail);
        }
    }

    /// <summary>A value comes to code that works for whatever the code at a place works for.</summary>
    private void ArriveFor(Taint taint, SyntaxNode syntax, string target, SyntaxNode site, Trail? trail)
    {
        var code = PurposesAt(site);
        if (!code.IsUndeclared)
        {
            if (!code.IsUnknown && !code.IsNever)
            {
                Arrive(taint, syntax, target, Keys(code.Names), trail);
            }

            return;
        }

        switch (taint.Origin)
        {
            // What was read for the caller is told as read.
            case ReadOrigin read when taint.ReadBy is null:
                solver.Contexts.Add(method, new HelperArrival(Running, read, syntax, target, taint.Arrived) { Walk = WalkOf(Running), Trail = trail });
                break;
            case InputOrigin input:
                graph.Arrive(new InputArrival(input, syntax, target, "", taint.Arrived) { Purposes = ImmutableArray<string>.Empty, IsForCaller = true, Trail = trail });
                break;
        }
    }

    /// <summary>Nobody takes what the call gives back.</summary>
    private static bool IsStatement(IOperation call)
    {
        var around = call.Parent;
        while (around is IAwaitOperation)
        {
            around = around.Parent;
        }

        return around is IExpressionStatementOperation;
    }

    /// <summary>What comes out of a labelled member carries that label, and is judged by it.</summary>
    private bool IsBorder(IMethodSymbol callee)
        => !purposes.Labels.Of(callee, cancellationToken).IsEmpty || (callee.AssociatedSymbol is { } associated && !purposes.Labels.Of(associated, cancellationToken).IsEmpty);
}
