using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Values that each thread has for itself, in a <c>ThreadLocal</c> or a <c>[ThreadStatic]</c> field: one that has just been made finds none.</summary>
internal static class ThreadValues
{
    private const string Local = "System.Threading.ThreadLocal.Value";

    /// <summary>Whether a thread is made with the function.</summary>
    public static bool IsForAThread(IOperation function)
    {
        var use = function.Parent;
        while (use is IDelegateCreationOperation or IConversionOperation)
        {
            use = use.Parent;
        }

        return use is IArgumentOperation { Parent: IObjectCreationOperation { Type: { Name: "Thread", ContainingNamespace: { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } } };
    }

    public static Store Without(Store store) => Each(store, store.Heap, static (_, _) => FlowValue.None);

    /// <summary>What one thread has for itself is as it was before, whatever another one has done.</summary>
    public static Store Restored(Store after, Store before) => Each(
        after,
        after.Heap,
        (one, segment) => before.Heap.Find(one, segment) ?? (one is InputObject input ? input.Part(segment) : FlowValue.None));

    private static Store Each(Store store, Heap from, Func<HeapObject, string, FlowValue> change)
    {
        var heap = store.Heap;
        foreach (var one in from.Objects)
        {
            if (from.Find(one, Local) is not null)
            {
                heap = heap.With(one, Local, change(one, Local));
            }

            if (one is not InputObject { Path.Text.Length: 0, Input: INamedTypeSymbol type })
            {
                continue;
            }

            foreach (var member in type.GetMembers())
            {
                if (member is IFieldSymbol { IsStatic: true } field && field.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "ThreadStaticAttribute" }) && from.Find(one, Segment.Of(field)) is not null)
                {
                    heap = heap.With(one, Segment.Of(field), change(one, Segment.Of(field)));
                }
            }
        }

        return ReferenceEquals(heap, store.Heap) ? store : store with { Heap = heap };
    }
}
