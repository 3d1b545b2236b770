namespace Fabrikam.Crm.Services;

public sealed record CampaignRun(int Run, int Queued);
