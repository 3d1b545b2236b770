using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.SourceGenerators.Bindings;

/// <summary>Results behind which work goes on after the call: the purposes have to hold for that too.</summary>
internal static class ResultShapes
{
    public static ResultShape Of(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol named)
            return OfSequence(type);
        var task = (SymbolNames.FullName(named), named.Arity) switch
        {
            ("System.Threading.Tasks.Task", 0) => TaskShape.Task,
            ("System.Threading.Tasks.Task", 1) => TaskShape.TaskOf,
            ("System.Threading.Tasks.ValueTask", 0) => TaskShape.ValueTask,
            ("System.Threading.Tasks.ValueTask", 1) => TaskShape.ValueTaskOf,
            _ => TaskShape.None,
        };
        return task switch
        {
            TaskShape.TaskOf or TaskShape.ValueTaskOf => OfSequence(named.TypeArguments[0]) with { Task = task },
            TaskShape.Task or TaskShape.ValueTask => ResultShape.Plain with { Task = task },
            _ => OfSequence(type),
        };
    }

    public static ResultShape OfSequence(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol named)
            return ResultShape.Plain;
        var payload = (SymbolNames.FullName(named), named.Arity) switch
        {
            ("System.Collections.IEnumerable" or "System.Collections.IEnumerator", 0) or ("System.Collections.Generic.IEnumerable" or "System.Collections.Generic.IEnumerator", 1) => SequenceShape.Sequence,
            ("System.Collections.Generic.IAsyncEnumerable", 1) => SequenceShape.AsyncEnumerable,
            ("System.Collections.Generic.IAsyncEnumerator", 1) => SequenceShape.AsyncEnumerator,
            _ => SequenceShape.None,
        };
        return new(TaskShape.None, payload, named.Arity == 1 ? TypeTexts.Of(named.TypeArguments[0]) : "");
    }
}
