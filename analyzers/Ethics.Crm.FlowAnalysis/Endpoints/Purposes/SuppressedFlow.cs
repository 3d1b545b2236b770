using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Purposes;

/// <summary>Where the running program leaves the purpose behind, as it leaves the whole context: what is run there works for whoever completes, cancels or waits for it, or for nothing.</summary>
internal static class SuppressedFlow
{
    private const string Threading = "System.Threading";
    private const string Tasks = "System.Threading.Tasks";
    private const string Awaiters = "System.Runtime.CompilerServices";

    /// <summary>Whether a function that a member is handed at a place is run without the context of that place.</summary>
    /// <param name="taker">The method or constructor.</param>
    /// <param name="place">The call of it.</param>
    /// <param name="inBody">Any operation of the body in which it stands.</param>
    public static bool LosesContext(ISymbol taker, SyntaxNode place, IOperation inBody)
        => taker is IMethodSymbol method
            && (IsUnsafe(method)
                || (KeepsFunctions(method) && Root(inBody).Descendants().FirstOrDefault(one => one.Syntax == place) is { } call && IsSuppressedAt(call)));

    /// <summary>Whether a call keeps the context from being taken along, until it is told otherwise.</summary>
    public static bool Begins(IInvocationOperation call)
        => call.TargetMethod is { Name: "SuppressFlow", IsStatic: true } method && IsOf(method.ContainingType, Threading, "ExecutionContext");

    /// <summary>The operations of the same function behind a call that <see cref="Begins"/>, up to where the context is taken along again. In the order of the text.</summary>
    public static IEnumerable<IOperation> Within(IInvocationOperation begin)
    {
        var function = Function(begin);
        var end = End(begin, function);
        return function.Descendants()
            .Where(one => one.Syntax.SpanStart >= begin.Syntax.Span.End && one.Syntax.SpanStart < end && Function(one) == function)
            .OrderBy(one => one.Syntax.SpanStart)
            .TakeWhile(one => one is not IInvocationOperation call || !Ends(call));
    }

    private static bool IsSuppressedAt(IOperation operation)
        => Function(operation).Descendants().OfType<IInvocationOperation>().Any(call => Begins(call) && Within(call).Contains(operation));

    private static bool Ends(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "RestoreFlow" } method => IsOf(method.ContainingType, Threading, "ExecutionContext"),
        { Name: "Undo" or "Dispose" } method => IsOf(method.ContainingType, Threading, "AsyncFlowControl"),
        _ => false,
    };

    /// <summary>A <c>using</c> ends it with its body or its block; without one it holds as far as the text tells nothing else.</summary>
    private static int End(IInvocationOperation begin, IOperation function)
    {
        for (IOperation child = begin, parent = begin.Parent!; parent is not null && child != function; child = parent, parent = parent.Parent!)
        {
            switch (parent)
            {
                case IUsingOperation statement when statement.Resources == child:
                    return statement.Syntax.Span.End;
                case IUsingDeclarationOperation { Parent: { } block }:
                    return block.Syntax.Span.End;
            }
        }

        return function.Syntax.Span.End;
    }

    /// <summary>Those that leave the context behind by what they are.</summary>
    private static bool IsUnsafe(IMethodSymbol method) => method.Name switch
    {
        "UnsafeRegister" => IsOf(method.ContainingType, Threading, "CancellationToken"),
        "UnsafeQueueUserWorkItem" or "UnsafeRegisterWaitForSingleObject" => IsOf(method.ContainingType, Threading, "ThreadPool"),
        "UnsafeOnCompleted" => IsAwaiter(method.ContainingType, "ICriticalNotifyCompletion"),
        _ => false,
    };

    /// <summary>Those of the framework that run a function later, in the context in which they were given it.</summary>
    private static bool KeepsFunctions(IMethodSymbol method) => method.Name switch
    {
        "Run" or "ContinueWith" => IsOf(method.ContainingType, Tasks, "Task"),
        "StartNew" or "ContinueWhenAll" or "ContinueWhenAny" => IsOf(method.ContainingType, Tasks, "TaskFactory"),
        "Register" => IsOf(method.ContainingType, Threading, "CancellationToken"),
        "QueueUserWorkItem" or "RegisterWaitForSingleObject" => IsOf(method.ContainingType, Threading, "ThreadPool"),
        "OnCompleted" => IsAwaiter(method.ContainingType, "INotifyCompletion"),
        ".ctor" => IsOf(method.ContainingType, Tasks, "Task") || IsOf(method.ContainingType, Threading, "Timer"),
        _ => false,
    };

    private static bool IsAwaiter(INamedTypeSymbol type, string contract)
        => IsOf(type, Awaiters, contract) || type.AllInterfaces.Any(one => IsOf(one, Awaiters, contract));

    private static bool IsOf(INamedTypeSymbol? type, string space, string name) => type?.Name == name && type.ContainingType is null && type.ContainingNamespace.ToDisplayString() == space;

    private static IOperation Function(IOperation operation)
    {
        while (operation.Parent is { } parent and not (IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            operation = parent;
        }

        return operation.Parent ?? operation;
    }

    private static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }
}
