using Microsoft.AspNetCore.Http;

namespace Ethics.Crm.AspNetCore.Endpoints;

/// <summary>Opens the scope of the endpoint earlier, for what stands between here and there.</summary>
internal sealed class PurposeMiddleware(RequestDelegate next, BoundEndpoints bound)
{
    public Task InvokeAsync(HttpContext context) =>
        context.GetEndpoint() is { } endpoint && bound.Of(endpoint) is { } own && own.PurposesOf(context) is { } purposes
            ? RunInAsync(context, own, purposes)
            : next(context);

    private async Task RunInAsync(HttpContext context, BoundEndpoint own, string[] purposes)
    {
        var around = context.Features.Get<OpenPurposes>();
        context.Features.Set(new OpenPurposes(own));
        try
        {
            using (bound.Host.Enter(purposes))
                await next(context).ConfigureAwait(false);
        }
        finally
        {
            // A page for errors runs another endpoint, or this one again, after the scope has been closed.
            context.Features.Set(around);
        }
    }
}
