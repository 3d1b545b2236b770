using Ethics.Crm.AspNetCore.Endpoints;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Lets middleware work for the purpose of the endpoint.</summary>
public static class PurposeApplicationBuilderExtensions
{
    /// <summary>
    /// Opens the endpoint's purposes from here on, for the middleware behind it: authorisation that looks into the person's data, say. Endpoints themselves need it not,
    /// they always run for their purposes. It stands behind <c>UseRouting</c>; in front of it, it fails the start.
    /// </summary>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException"><c>AddEthicsCrm</c> was not called.</exception>
    public static IApplicationBuilder UsePurposes(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var bound = app.ApplicationServices.GetService<BoundEndpoints>() ?? throw new InvalidOperationException("app.UsePurposes() needs services.AddEthicsCrm().");
        bound.HasMiddleware = true;
        app.ApplicationServices.GetRequiredService<MiddlewareOrder>().Add(app);
        return app.UseMiddleware<PurposeMiddleware>();
    }
}
