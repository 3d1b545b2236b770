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
        AddHubs(services);
    }

    /// <summary>Harmless without SignalR: nobody asks for these then.</summary>
    private static void AddHubs(IServiceCollection services)
    {
        services.AddSingleton<PurposeHubFilter>();
        // The object and not its type, for which SignalR puts an asynchronous method of its own in between.
        services.AddOptions<HubOptions>().Configure<PurposeHubFilter>(static (options, filter) => options.AddFilter(filter));
        services.Replace(ServiceDescriptor.Singleton<IHubProtocolResolver, PurposeHubProtocolResolver>());
    }
}
