using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Fabrikam.Crm.Services;

public static class CrmServices
{
    public static IServiceCollection AddCrmServices(this IServiceCollection services)
    {
        // What may be replaced, by a provider of mail or by a test.
        services.TryAddSingleton<IMailGateway, NoGateway>();
        services.TryAddSingleton<ITextGateway, NoGateway>();
        return services
            .AddScoped<ISupportDesk, SupportDesk>()
            .AddScoped<IContactBook, ContactBook>()
            .AddScoped<IOutbox, Outbox>()
            .AddScoped<ILeadDesk, LeadDesk>()
            .AddScoped<ICreditLimits, CreditLimits>()
            .AddScoped<ICampaignSender, CampaignSender>()
            .AddScoped<CampaignRuns>()
            .AddSingleton<CampaignQueue>();
    }
}
