namespace Fabrikam.Crm.Services;

/// <summary>Sends to one person, for the purpose of whoever calls.</summary>
public interface ICampaignSender
{
    Task SendAsync(CampaignItem item, CancellationToken ct);
}
