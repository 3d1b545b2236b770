using Fabrikam.Crm.Services;

namespace Fabrikam.Crm.Web;

internal static class SalesEndpoints
{
    public static void MapSales(this IEndpointRouteBuilder app)
    {
        var leads = app.MapGroup("/leads/{id:int}").ForPurpose(Purposes.Sales);
        leads.MapPost("/convert", async (int id, ILeadDesk desk) => await desk.ConvertAsync(id) ? Results.NoContent() : Results.NotFound());
        leads.MapGet("/phone", async (int id, ILeadDesk desk) => await desk.PhoneAsync(id) is { } phone ? Results.Text(phone) : Results.NotFound());

        app.MapGet("/credit/{contact:int}", (int contact, ICreditLimits limits) => limits.OfAsync(contact)).ForPurpose(Purposes.CreditLimit);
    }
}
