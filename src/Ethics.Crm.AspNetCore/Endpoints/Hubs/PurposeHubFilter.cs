using System.Reflection;
using Ethics.Crm.Binding;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;

namespace Ethics.Crm.AspNetCore.Endpoints.Hubs;

/// <summary>Runs each method of a hub for its purposes. The connection itself has none: it may last for days, and serves methods that work for different ones.</summary>
internal sealed class PurposeHubFilter(BoundEndpoints bound) : IHubFilter
{
    private readonly HubPurposes _purposes = new(bound.Host);

    public ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var purposes = Of(invocationContext.HubMethod, invocationContext.Hub, invocationContext.Context);
        // Not in an asynchronous method, which would take it back: whoever called us writes the answer.
        HubAnswers.Purposes = purposes;
        return purposes is null ? next(invocationContext) : RunInAsync(purposes, invocationContext, next);
    }

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        var purposes = Of(HubPurposes.Connected(context.Hub), context.Hub, context.Context);
        using (purposes is null ? null : bound.Host.Enter(purposes))
            await next(context).ConfigureAwait(false);
    }

    public async Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        var purposes = Of(HubPurposes.Disconnected(context.Hub), context.Hub, context.Context);
        using (purposes is null ? null : bound.Host.Enter(purposes))
            await next(context, exception).ConfigureAwait(false);
    }

    private async ValueTask<object?> RunInAsync(string[] purposes, HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var scope = bound.Host.Enter(purposes);
        var isHandedOn = false;
        try
        {
            var result = await next(invocationContext).ConfigureAwait(false);
            // What a method streams is made after it has returned: the scope goes with the stream.
            var streamed = HubStream.Hold(result, invocationContext.HubMethod, scope, invocationContext.Context.ConnectionAborted);
            isHandedOn = streamed is not null;
            return streamed ?? result;
        }
        finally
        {
            if (!isHandedOn)
                scope.Dispose();
        }
    }

    private string[]? Of(MethodInfo method, Hub hub, HubCallerContext caller) =>
        _purposes.Of(method, hub.GetType(), caller.GetHttpContext()?.GetEndpoint());
}
