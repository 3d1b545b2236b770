using Ethics.Crm;
using Fabrikam.Crm.Services;

namespace Fabrikam.Crm.Web;

/// <summary>Takes items of all campaigns, so it declares nothing and opens a scope for each item.</summary>
internal sealed class CampaignWorker(CampaignQueue queue, IServiceScopeFactory scopes) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var item in queue.TakeAllAsync(stoppingToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            var sender = scope.ServiceProvider.GetRequiredService<ICampaignSender>();
            await PurposeScope.RunAsync(item.Purpose, ct => sender.SendAsync(item, ct), stoppingToken);
        }
    }
}
