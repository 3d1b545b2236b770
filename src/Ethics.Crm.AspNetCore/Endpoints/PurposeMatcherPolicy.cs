using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace Ethics.Crm.AspNetCore.Endpoints;

/// <summary>
/// Where routing chooses an endpoint, puts the one in its place that runs for its purposes. So there is no middleware that could be missing, or stand in the wrong place:
/// what routing has not chosen runs no endpoint.
/// </summary>
internal sealed class PurposeMatcherPolicy(BoundEndpoints bound) : MatcherPolicy, IEndpointSelectorPolicy
{
    // After those that put another endpoint in place themselves: pages that are compiled now, dynamic routes.
    public override int Order => int.MaxValue;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => ContainsDynamicEndpoints(endpoints) || endpoints.Any(e => IsUncompiledPage(e) || bound.Of(e) is not null);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            if (!candidates.IsValidCandidate(i))
                continue;
            ref var candidate = ref candidates[i];
            if (bound.Of(candidate.Endpoint) is { } own && own.Endpoint != candidate.Endpoint)
                candidates.ReplaceEndpoint(i, own.Endpoint, candidate.Values);
        }

        return Task.CompletedTask;
    }

    private static bool IsUncompiledPage(Endpoint endpoint) => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.RazorPages.PageActionDescriptor>() is not null;
}
