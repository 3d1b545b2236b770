using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.AspNetCore.Endpoints;

/// <summary>Checks what the application has mapped, before its server listens.</summary>
internal sealed class PurposeStartupFilter(MiddlewareOrder order, BoundEndpoints bound) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        order.CheckWrittenSoFar();
        next(app);
        order.CheckAll();
        // Web hosts of the old kind start their hosted services only afterwards.
        app.ApplicationServices.UseEthicsCrm();
        if (app.ApplicationServices.GetService<EndpointDataSource>() is { } endpoints)
            new EndpointCheck(bound.Host, app.ApplicationServices).Check(endpoints.Endpoints);
    };
}
