using System.Runtime.CompilerServices;
using Ethics.Crm.FlowAnalysis.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Transfer;

/// <summary>Values that each thread has for itself, in a <c>ThreadLocal</c> or a <c>[ThreadStatic]</c> field: one that has just been made finds none.</summary>
internal static class ThreadValues
{
    private const string Local = "System.Threading.ThreadLocal.Value";

    /// <summary>What a <c>ThreadLocal</c> was made with: each thread begins with that.</summary>
    public const string Begun = "System.Threading.ThreadLocal.Value ";

    public static bool IsLocal(ITypeSymbol? type) => type is { Name: "ThreadLocal", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } };

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

    /// <summary>Whether a step leads to what a thread has for itself.</summary>
    /// <param name="from">Where the way begins.</param>
    public static bool Is(ISymbol from, string segment) => segment == Local || (from is INamedTypeSymbol type && Statics.GetValue(type.OriginalDefinition, static one => Find(one)) is { Count: > 0 } own && own.Contains(segment));

    private static readonly ConditionalWeakTable<INamedTypeSymbol, HashSet<string>> Statics = new();

    private static HashSet<string> Find(INamedTypeSymbol type)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { IsStatic: true } field && field.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "ThreadStaticAttribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }))
            {
                found.Add(Segment.Of(field));
            }
        }

        return found;
    }

    /// <summary>What one thread has for itself is as it was before, whatever another one has done.</summary>
    public static Store Restored(Store after, Store before)
    {
        var heap = after.Heap;
        foreach (var one in after.Heap.Objects)
        {
            foreach (var part in after.Heap.PartsOf(one))
            {
                if ((one as InputObject)?.Path.Text.Length == 0 ? Is(((InputObject)one).Input, part.Key) : part.Key == Local)
                {
                    heap = heap.With(one, part.Key, before.Own(one, part.Key));
                }
            }
        }

        return ReferenceEquals(heap, after.Heap) ? after : after with { Heap = heap };
    }
}
