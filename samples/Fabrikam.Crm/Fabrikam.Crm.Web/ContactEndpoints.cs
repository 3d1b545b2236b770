using Fabrikam.Crm.Services;

namespace Fabrikam.Crm.Web;

/// <summary>One API for all programs of the company. It declares no purpose: it keeps that of the client (<see cref="ClientPurposes"/>).</summary>
internal static class ContactEndpoints
{
    public static void MapContacts(this IEndpointRouteBuilder app)
    {
        var contacts = app.MapGroup("/contacts/{id:int}").AddEndpointFilter<AnswerLog>();

        // The whole object: what the client's purpose or the person does not permit is left out of the JSON.
        contacts.MapGet("", async (int id, IContactBook book) => await book.FindAsync(id) is { } contact ? Results.Ok(contact) : Results.NotFound());

        // One value: the read is refused, and ClientPurposes says so.
        contacts.MapGet("/phone", async (int id, IContactBook book) => await book.PhoneAsync(id) is { } phone ? Results.Text(phone) : Results.NotFound());
    }
}
