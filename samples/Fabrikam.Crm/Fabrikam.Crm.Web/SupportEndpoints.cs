using Fabrikam.Crm.Services;

namespace Fabrikam.Crm.Web;

internal static class SupportEndpoints
{
    public static void MapSupport(this IEndpointRouteBuilder app)
    {
        var tickets = app.MapGroup("/tickets/{id:int}").ForPurpose(Purposes.Support);
        tickets.MapGet("", async (int id, ISupportDesk desk) => await desk.FindAsync(id) is { } ticket ? Results.Ok(ticket) : Results.NotFound());
        tickets.MapGet("/call-back", async (int id, ISupportDesk desk) => await desk.CallBackAsync(id) is { } text ? Results.Text(text) : Results.NotFound());
        tickets.MapPut("/answer", async (int id, AnswerText answer, ISupportDesk desk) => await desk.AnswerAsync(id, answer.Text) ? Results.NoContent() : Results.NotFound());
    }
}
