using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.FlowAnalysis.Endpoints.Purposes;
using Ethics.Crm.FlowAnalysis.Endpoints.Reads;
using Ethics.Crm.FlowAnalysis.Findings;
using Ethics.Crm.FlowAnalysis.State;
using Ethics.Crm.FlowAnalysis.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Values that come to code for a purpose: at an expression in that code, or as the argument of a call to it.</summary>
internal sealed partial class MethodAnalysis
{
    /// <summary>Stands for code that works for nothing: whatever comes to it is misused.</summary>
    private const string Nothing = "";

    private readonly Dictionary<SyntaxNode, CodePurposes> atSyntax = new();

    /// <summary>Whether code in the method may work for other purposes than the method. What a constructor runs may be declared outside of it.</summary>
    private bool mayOpen = true;

    internal static ImmutableArray<string> Keys(ImmutableArray<string> names) => names.IsEmpty ? ImmutableArray.Create(Nothing) : names;

    /// <summary>Code has the value in hand here. Of a function it has nothing before it calls it, nor of a task that yields one.</summary>
    private FlowValue InHand(IOperation operation, FlowValue value) => value.Taints.IsEmpty || IsFunction(Known.Awaited(operation.Type)) || IsOnlyWaitedFor(operation) ? value : InHandNow(operation, value);

    /// <summary>A task of which the code here only learns when it is done.</summary>
    private static bool IsOnlyWaitedFor(IOperation operation) => Known.IsBareTask(operation.Type) || (operation.Parent is IConversionOperation { Type: var type } && Known.IsBareTask(type));

    private FlowValue InHandNow(IOperation operation, FlowValue value)
    {
        value = solver.Statics.IsAny ? Found(operation, value) : value;
        var code = PurposesAt(operation.Syntax);
        if (code.IsUndeclared || code.IsUnknown || code.IsNever)
        {
            return value;
        }

        var names = Keys(code.Names);
        return HaveArrived(value, names) ? value : ArrivedHere(operation, value, names);
    }

    private static bool HaveArrived(FlowValue value, ImmutableArray<string> names)
    {
        foreach (var taint in value.Taints)
        {
            if (!taint.Arrived.ContainsAll(names))
            {
                return false;
            }
        }

        return true;
    }

    private FlowValue ArrivedHere(IOperation operation, FlowValue value, ImmutableArray<string> names)
    {
        var target = SymbolNames.Display(CodePurposeReader.MemberOf(graph.Of));
        return value.Select(taint =>
        {
            Arrive(taint, operation.Syntax, target, names, taint.Trail);
            return taint.At(names);
        });
    }

    /// <summary>A value is handed to code that declares its purposes.</summary>
    private void HandOver(SyntaxNode argument, FlowValue value, IMethodSymbol to)
    {
        if (value.Taints.IsEmpty || CodeOf(to) is not { IsUndeclared: false, IsUnknown: false } code)
        {
            return;
        }

        var target = SymbolNames.Display(CodePurposeReader.MemberOf(to));
        foreach (var taint in value.Taints)
        {
            Arrive(taint, argument, target, Keys(code.Names), taint.Trail);
        }
    }

    /// <summary>What has been handed to code that declares its purposes, as it is known there.</summary>
    private FlowValue Received(FlowValue value, IMethodSymbol to)
    {
        if (value.Taints.IsEmpty || CodeOf(to) is not { IsUndeclared: false, IsUnknown: false } code)
        {
            return value;
        }

        var names = Keys(code.Names);
        return value.Select(taint => taint.At(names));
    }

    /// <summary>What a method works for as a whole; a local function that declares nothing works for what is declared around it.</summary>
    private CodePurposes CodeOf(IMethodSymbol called)
        => called.MethodKind == MethodKind.LocalFunction && purposes.Code.OpeningOf(called) is { } own
            ? new CodePurposes(PurposeOrigin.Declared, own.Names)
            : called.MethodKind == MethodKind.LocalFunction ? CodePurposes.Undeclared : purposes.Code.Of(CodePurposeReader.MemberOf(called));

    /// <param name="onward">The way that goes on from the end of the other one: put together only for what is told.</param>
    private void Arrive(Taint taint, SyntaxNode syntax, string target, ImmutableArray<string> names, Trail? trail, Trail? onward = null)
    {
        if (!taint.Arrived.ContainsAll(names))
        {
            ArriveAnew(taint, syntax, target, names, trail, onward);
        }
    }

    private void ArriveAnew(Taint taint, SyntaxNode syntax, string target, ImmutableArray<string> names, Trail? trail, Trail? onward)
    {
        var fresh = taint.Arrived.Count == 0 ? names : names.Where(name => !taint.Arrived.Contains(name)).ToImmutableArray();

        switch (taint.Origin)
        {
            case ReadOrigin read when fresh.Any(name => !IsPermitted(read.Read, name)):
                solver.Found(method, new FlowFinding(read, syntax, target, string.Join(", ", fresh)) { Purposes = fresh, Trail = Trail.Joined(trail, onward), ReadBy = taint.ReadBy, ReadIn = taint.ReadIn });
                break;
            case InputOrigin input:
                graph.Arrive(new InputArrival(input, syntax, target, string.Join(", ", fresh), taint.Arrived) { Purposes = fresh, Trail = Trail.Joined(trail, onward), OnlyAs = ClassAsked(input.Input) });
                break;
        }
    }

    /// <summary>A value goes where it is not followed: whoever reads the report has to know.</summary>
    private void Lose(SyntaxNode syntax, FlowValue value, string into)
    {
        foreach (var taint in value.Taints)
        {
            Lose(taint, syntax, into);
        }
    }

    private void Lose(Taint taint, SyntaxNode syntax, string into)
    {
        switch (taint.Origin)
        {
            case ReadOrigin read:
                solver.Lost(method, new LostValue(syntax, read.Name, into));
                break;
            case InputOrigin input:
                graph.Arrive(new InputArrival(input, syntax, into, "", PurposeNames.None) { Purposes = ImmutableArray<string>.Empty, IsLost = true });
                break;
        }
    }

    private bool IsPermitted(LabelledRead read, string purpose) => purpose.Length > 0 && read.Labels.All(label => purposes.Table!.Judge(label.Label, purpose).IsPermitted);

    private CodePurposes PurposesAt(SyntaxNode syntax)
    {
        if (!atSyntax.TryGetValue(syntax, out var code))
        {
            code = mayOpen ? solver.Contexts.PurposesAt(syntax, method) : purposes.Code.Of(CodePurposeReader.MemberOf(method));
            atSyntax.Add(syntax, code);
        }

        return code;
    }
}
