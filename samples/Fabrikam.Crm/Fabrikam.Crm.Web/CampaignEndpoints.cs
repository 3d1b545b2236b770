using Fabrikam.Crm.Services;

namespace Fabrikam.Crm.Web;

internal static class CampaignEndpoints
{
    public static void MapCampaigns(this IEndpointRouteBuilder app)
    {
        app.MapGet("/campaigns/{id:int}/preview", async (int id, CampaignRuns runs) => await runs.PreviewAsync(id) is { } preview ? Results.Ok(preview) : Results.NotFound());
        app.MapPost("/campaigns/{id:int}/runs", async (int id, CampaignRuns runs) => await runs.StartAsync(id) is { } run ? Results.Accepted($"/runs/{run.Run}", run) : Results.NotFound());
        app.MapGet("/runs/{run:int}", (int run, CampaignRuns runs) => runs.OfAsync(run));
    }
}
