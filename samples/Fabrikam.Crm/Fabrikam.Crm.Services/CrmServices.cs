using Microsoft.Extensions.DependencyInjection;

namespace Fabrikam.Crm.Services;

public static class CrmServices
{
    public static IServiceCollection AddCrmServices(this IServiceCollection services) => services
        .AddScoped<ISupportDesk, SupportDesk>();
}
