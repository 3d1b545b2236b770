using Ethics.Crm.Binding;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ethics.Crm.AspNetCore.Endpoints;

/// <summary>An endpoint that runs for its purposes.</summary>
internal sealed class BoundEndpoint
{
    private readonly EndpointCode _code;
    private readonly BoundEndpoints _all;
    private readonly RequestDelegate _inner;
    private readonly PageHandlers? _handlers;
    private volatile Found? _found;

    public BoundEndpoint(EndpointCode code, BoundEndpoints all)
    {
        _code = code;
        _all = all;
        _inner = code.Endpoint.RequestDelegate!;
        _handlers = code.Page is { } page ? new PageHandlers(page) : null;
        Endpoint = code.Endpoint is RouteEndpoint route
            ? new RouteEndpoint(RunAsync, route.RoutePattern, route.Order, route.Metadata, route.DisplayName)
            : new Endpoint(RunAsync, code.Endpoint.Metadata, code.Endpoint.DisplayName);
    }

    /// <summary>What takes the place of the endpoint that was mapped: the same but for what it runs.</summary>
    public Endpoint Endpoint { get; }

    /// <summary>What a request to it is for; null when nothing says it.</summary>
    public string[]? PurposesOf(HttpContext context)
    {
        var policy = _all.Host.Policy;
        if (_found is not { } found || !ReferenceEquals(found.Policy, policy))
            _found = found = Find(policy);
        return found.ByHandler is null ? found.Purposes : _handlers!.Of(context, found.ByHandler, found.Purposes);
    }

    private Task RunAsync(HttpContext context)
    {
        if (PurposesOf(context) is not { } purposes)
            return _inner(context);
        // A middleware behind UsePurposes may have opened a scope of its own, which is not the endpoint's.
        if (_all.HasMiddleware && context.Features.Get<OpenPurposes>()?.Endpoint == this && PurposeScope.Current.SequenceEqual(purposes))
            return _inner(context);
        return RunInAsync(context, purposes);
    }

    // Asynchronous also where the endpoint is not: what the flow holds then goes back before the caller goes on.
    private async Task RunInAsync(HttpContext context, string[] purposes)
    {
        using (_all.Host.Enter(purposes))
            await _inner(context).ConfigureAwait(false);
    }

    private Found Find(object? policy) => new(policy, Names(_code.PurposesBy(_all.Host)), _handlers?.ByHandler(_all.Host, _code.OfCaller));

    /// <summary>Code that declares that it works for nothing has no scope in which it could read; the start tells it.</summary>
    internal static string[]? Names(CodePurposes? purposes) => purposes is { Names.Count: > 0 } ? [.. purposes.Names] : null;

    /// <param name="ByHandler">Null where all handlers of the page work for the same, and where it is no page.</param>
    private sealed record Found(object? Policy, string[]? Purposes, Dictionary<System.Reflection.MethodInfo, string[]?>? ByHandler);
}
