using System.Runtime.CompilerServices;
using Ethics.Crm.Binding;
using Microsoft.AspNetCore.Http;

namespace Ethics.Crm.AspNetCore.Endpoints;

/// <summary>The endpoints of an application, each with what it works for.</summary>
internal sealed class BoundEndpoints(HostPurposes host)
{
    // Weak: endpoints are made anew when an application changes them.
    private readonly ConditionalWeakTable<Endpoint, BoundEndpoint?> _known = [];

    public HostPurposes Host => host;

    /// <summary>Whether a middleware may have opened the scope before the endpoint runs.</summary>
    public bool HasMiddleware { get; set; }

    /// <param name="endpoint">As it was mapped, or <see cref="BoundEndpoint.Endpoint"/> of such a one.</param>
    /// <returns>Null for an endpoint behind which there is no code of the application, and for the connection to a hub.</returns>
    public BoundEndpoint? Of(Endpoint endpoint)
    {
        if (endpoint.RequestDelegate?.Target is BoundEndpoint bound)
            return bound;
        return _known.TryGetValue(endpoint, out var known) ? known : _known.GetValue(endpoint, e => EndpointCode.Of(e) is { IsHub: false } code ? new BoundEndpoint(code, this) : null);
    }
}
