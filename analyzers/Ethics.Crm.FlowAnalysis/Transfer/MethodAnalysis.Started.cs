using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Asynchronous methods that are started and awaited later, or never: they find what comes into objects meanwhile, as whoever reads a channel finds what is written to it after he began.</summary>
internal sealed partial class MethodAnalysis
{
    private Dictionary<SyntaxNode, (ITypeSymbol? Type, Func<FlowValue> Run)>? started;

    /// <summary>Remembers how to go on with a call that nobody awaits where it is made.</summary>
    private void Start(IOperation operation, Func<FlowValue> run) => (started ??= new())[operation.Syntax] = (operation.Type, run);

    private bool IsStarted(IOperation operation, IMethodSymbol called) => called.IsAsync && operation is IInvocationOperation && !IsWaitedForAtOnce(operation) && MayWait(called);

    private static bool IsWaitedForAtOnce(IOperation call)
    {
        while (call.Parent is IInvocationOperation { TargetMethod: var next } chained && chained.Instance == call && next.Name is "ConfigureAwait" or "AsTask" && Known.IsWrapper(next))
        {
            call = chained;
        }

        return call.Parent is IAwaitOperation || (WaitedFor(call.Parent) is { } waited && waited == call);
    }

    /// <summary>The task for which a thread waits until it is done: <c>task.Result</c>, <c>task.Wait()</c>, <c>task.GetAwaiter().GetResult()</c>. Null for anything else; a wait with a limit may end before.</summary>
    private static IOperation? WaitedFor(IOperation? waiting) => waiting switch
    {
        IPropertyReferenceOperation { Instance: { } task, Property: var result } when Known.IsTaskResult(result) => task,
        IInvocationOperation { Instance: { } task, TargetMethod: { Name: "Wait", Parameters.IsEmpty: true, ContainingType: { Name: "Task", ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } } } } => task,
        IInvocationOperation { Instance: { } task, TargetMethod: { Name: "GetAwaiter", ContainingNamespace.Name: "Tasks" or "CompilerServices" }, Parent: IInvocationOperation { TargetMethod: { Name: "GetResult" } told } } when Known.IsWrapper(told) => task,
        _ => null,
    };

    /// <summary>What a thread gets that waits here for something that is under way.</summary>
    private FlowValue Waited(IOperation waiting, FlowValue value) => started is { Count: > 0 } && WaitedFor(waiting) is { } task ? value.And(RunOn(task)) : value;

    /// <summary>Whether whoever starts something comes to where it is awaited, whatever way is taken.</summary>
    private static bool IsAlwaysCome(SyntaxNode start, SyntaxNode awaited)
    {
        var around = start.FirstAncestorOrSelf<BlockSyntax>();
        for (var node = awaited; node != around; node = node.Parent)
        {
            switch (node.Parent)
            {
                case null or CatchClauseSyntax or SwitchSectionSyntax or SwitchExpressionArmSyntax or ConditionalAccessExpressionSyntax or ForStatementSyntax or WhileStatementSyntax or ElseClauseSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax:
                case IfStatementSyntax branch when node != branch.Condition:
                case CommonForEachStatementSyntax loop when node == loop.Statement:
                case ConditionalExpressionSyntax choice when node != choice.Condition:
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression } either when node == either.Right:
                case BlockSyntax { Parent: TryStatementSyntax { Catches.Count: > 0 } } guarded when guarded.Statements[0] != node:
                    return false;
            }
        }

        return true;
    }

    /// <summary>An asynchronous method that awaits nothing is done when it returns.</summary>
    private bool MayWait(IMethodSymbol called)
    {
        var body = (called.PartialImplementationPart ?? called).OriginalDefinition.DeclaringSyntaxReferences;
        return body.IsEmpty || body.Any(reference => reference.GetSyntax(cancellationToken).DescendantNodes().Any(static node => node is AwaitExpressionSyntax or CommonForEachStatementSyntax { AwaitKeyword.RawKind: not 0 } or UsingStatementSyntax { AwaitKeyword.RawKind: not 0 } or LocalDeclarationStatementSyntax { AwaitKeyword.RawKind: not 0 } or YieldStatementSyntax));
    }

    /// <summary>All that is under way runs on, with what is there by now; it may have done so at any time before.</summary>
    /// <param name="awaited">What is awaited; null at the end.</param>
    /// <returns>What that yields.</returns>
    private FlowValue RunOn(IOperation? awaited)
    {
        var result = FlowValue.None;
        var before = store;
        foreach (var one in started!.OrderBy(static one => one.Key.SpanStart).ToArray())
        {
            store = before;
            var yields = one.Value.Run();
            before = before.Join(store);
            if (awaited is not null && SymbolEqualityComparer.Default.Equals(one.Value.Type, awaited.Type))
            {
                result = result.And(yields);
            }

            if (awaited is ILocalReferenceOperation { Local: var local } && local.DeclaringSyntaxReferences.Any(declared => declared.SyntaxTree == one.Key.SyntaxTree && declared.Span.Contains(one.Key.Span)) && IsAlwaysCome(one.Key, awaited.Syntax))
            {
                started!.Remove(one.Key);
            }
        }

        store = before;
        return result;
    }
}
