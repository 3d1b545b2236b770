using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Threading.Channels;

namespace Ethics.Crm.AspNetCore.Endpoints.Hubs;

/// <summary>Keeps a scope open for what a hub method streams.</summary>
internal static class HubStream
{
    private const string Streamed = "SignalR makes the same instances for what hubs stream, and where code cannot be made at run time it streams reference types alone.";

    /// <summary>From here on the stream closes the scope: at its end, and with the connection.</summary>
    /// <param name="result">What the method returned.</param>
    /// <param name="method">The method: SignalR streams what it says that it returns.</param>
    /// <returns>What takes the place of the result; null when the method streams nothing, and the scope is still the caller's.</returns>
    public static object? Hold(object? result, MethodInfo method, PurposeScope scope, CancellationToken aborted)
    {
        if (result is null || StreamOf(method.ReturnType) is not { } stream)
            return null;
        var element = stream.GetGenericArguments()[0];
        if (stream.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>))
            return Make(element, result, scope, aborted);

        HoldUntil((Task)Property(stream, nameof(ChannelReader<object>.Completion)).GetValue(result)!, scope, aborted);
        return result;
    }

    /// <summary><c>IAsyncEnumerable&lt;T&gt;</c> or <c>ChannelReader&lt;T&gt;</c>, also behind a task; null for everything else.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Streamed)]
    private static Type? StreamOf(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() is var task && (task == typeof(Task<>) || task == typeof(ValueTask<>)))
            type = type.GetGenericArguments()[0];
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.IsGenericType && current.GetGenericTypeDefinition() == typeof(ChannelReader<>))
                return current;
        }

        return type.GetInterfaces().Prepend(type).FirstOrDefault(static i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>));
    }

    // What fills the channel runs beside, in the context of the method: it may read until the channel is empty for good.
    private static void HoldUntil(Task completion, PurposeScope scope, CancellationToken aborted)
    {
        var registration = aborted.UnsafeRegister(static state => ((PurposeScope)state!).Dispose(), scope);
        completion.ContinueWith(
            _ =>
            {
                registration.Unregister();
                scope.Dispose();
            },
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    [UnconditionalSuppressMessage("Trimming", "IL2055", Justification = Streamed)]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = Streamed)]
    private static object Make(Type element, object result, PurposeScope scope, CancellationToken aborted) =>
        Activator.CreateInstance(typeof(PurposeStream<>).MakeGenericType(element), result, scope, aborted)!;

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Streamed)]
    private static PropertyInfo Property(Type type, string name) => type.GetProperty(name)!;
}
