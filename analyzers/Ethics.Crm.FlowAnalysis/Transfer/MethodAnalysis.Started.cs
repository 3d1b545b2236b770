using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Asynchronous methods that are started and awaited later, or never: they find what comes into objects meanwhile, as whoever reads a channel finds what is written to it after he began.</summary>
internal sealed partial class MethodAnalysis
{
    private Dictionary<SyntaxNode, (ITypeSymbol? Type, Func<FlowValue> Run)>? started;

    /// <summary>Remembers how to go on with a call that nobody awaits where it is made.</summary>
    private void Start(IOperation operation, Func<FlowValue> run) => (started ??= new())[operation.Syntax] = (operation.Type, run);

    private static bool IsStarted(IOperation operation, IMethodSymbol called) => called.IsAsync && operation is IInvocationOperation && !IsAwaitedAtOnce(operation);

    private static bool IsAwaitedAtOnce(IOperation call)
        => call.Parent is IAwaitOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Parent: IAwaitOperation };

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

            if (awaited is ILocalReferenceOperation { Local: var local } && local.DeclaringSyntaxReferences.Any(declared => declared.SyntaxTree == one.Key.SyntaxTree && declared.Span.Contains(one.Key.Span)))
            {
                started!.Remove(one.Key);
            }
        }

        store = before;
        return result;
    }
}
