using Ethics.Crm;
using Fabrikam.Crm.Services;

namespace Fabrikam.Crm.Web;

/// <summary>Takes items of all campaigns, so it declares nothing and opens a scope for each item: that of a letter, so that nobody is written to by a way, or more often, than the policy says.</summary>
internal sealed class CampaignWorker(CampaignQueue queue, IServiceScopeFactory scopes, IContactScopes contacts) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var item in queue.TakeAllAsync(stoppingToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            var sender = scope.ServiceProvider.GetRequiredService<ICampaignSender>();
            using (contacts.Enter(item.Purpose, item.Channel))
                await sender.SendAsync(item, stoppingToken);
        }
    }
}
