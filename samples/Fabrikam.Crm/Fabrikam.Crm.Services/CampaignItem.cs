namespace Fabrikam.Crm.Services;

/// <summary>One person's turn in one run of a campaign. It carries the purpose and the channel, and no personal data.</summary>
public sealed record CampaignItem(int Run, int Campaign, int Contact, string Purpose, string Channel);
