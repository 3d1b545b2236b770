using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Ethics.Crm.Binding;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;

namespace Ethics.Crm.AspNetCore.Endpoints.Hubs;

/// <summary>What the methods of hubs work for, found once for each policy.</summary>
internal sealed class HubPurposes(HostPurposes host)
{
    private const string Kept = "SignalR keeps the methods of hubs.";
    private volatile Found _found = new(null);

    /// <param name="method">What is called.</param>
    /// <param name="hub">The class of the hub.</param>
    /// <param name="endpoint">The one by which the client is connected; null for a transport without.</param>
    /// <returns>Null when nothing says it.</returns>
    public string[]? Of(MethodInfo method, Type hub, Endpoint? endpoint)
    {
        var found = _found;
        if (!ReferenceEquals(found.Policy, host.Policy))
            _found = found = new Found(host.Policy);
        return found.Names.GetOrAdd((method, hub, endpoint), key => BoundEndpoint.Names(host.Of(key.Method, key.Hub, key.Endpoint is null ? null : EndpointCode.Of(key.Endpoint)?.OfCaller)));
    }

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Kept)]
    public static MethodInfo Connected(Hub hub) => hub.GetType().GetMethod(nameof(Hub.OnConnectedAsync), [])!;

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Kept)]
    public static MethodInfo Disconnected(Hub hub) => hub.GetType().GetMethod(nameof(Hub.OnDisconnectedAsync), [typeof(Exception)])!;

    /// <summary>What clients may call, and what SignalR calls itself.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Kept)]
    public static IEnumerable<MethodInfo> MethodsOf(Type hub) =>
        hub.GetMethods(BindingFlags.Instance | BindingFlags.Public).Where(static m => m.DeclaringType != typeof(object) && m.DeclaringType?.Assembly != typeof(Hub).Assembly);

    private sealed record Found(object? Policy)
    {
        public ConcurrentDictionary<(MethodInfo Method, Type Hub, Endpoint? Endpoint), string[]?> Names { get; } = new();
    }
}
