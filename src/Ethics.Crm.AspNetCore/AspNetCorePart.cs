using Ethics.Crm.AspNetCore.Endpoints;
using Ethics.Crm.AspNetCore.Endpoints.Hubs;
using Ethics.Crm.Binding;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Ethics.Crm.AspNetCore;

/// <summary>What <c>AddEthicsCrm</c> adds where this package is present. It is found by its name: neither may be changed alone.</summary>
internal sealed class AspNetCorePart : IEthicsCrmPart
{
    public void AddTo(IServiceCollection services)
    {
        HostPurposes.TellOfEndpoints();
        services.AddSingleton<BoundEndpoints>();
        services.AddSingleton<MiddlewareOrder>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, PurposeMatcherPolicy>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupFilter, PurposeStartupFilter>());
        services.AddSingleton<PurposeHubFilter>();
        // Harmless without SignalR: nobody asks for these options then.
        services.Configure<HubOptions>(static options => options.AddFilter<PurposeHubFilter>());
    }
}
