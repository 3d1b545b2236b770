using Fabrikam.Crm.Services;

namespace Fabrikam.Crm.Web;

internal static class SupportEndpoints
{
    public static void MapSupport(this IEndpointRouteBuilder app)
    {
        var support = app.MapGroup("/tickets").ForPurpose(Purposes.Support);
        support.MapGet("/{id:int}", async (int id, ISupportDesk desk) => await desk.FindAsync(id) is { } ticket ? Results.Ok(ticket) : Results.NotFound());
        support.MapGet("/{id:int}/call-back", async (int id, ISupportDesk desk) => await desk.CallBackAsync(id) is { } text ? Results.Text(text) : Results.NotFound());
    }
}
