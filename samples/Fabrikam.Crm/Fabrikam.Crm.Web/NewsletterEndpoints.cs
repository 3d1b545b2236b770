using Ethics.Crm;
using Fabrikam.Crm.Services;

namespace Fabrikam.Crm.Web;

/// <summary>What Contoso Mail is told. Its client is bound to it: each request is decided by purpose, person and recipient, and recorded for the person.</summary>
internal static class NewsletterEndpoints
{
    public const string Client = "mail-provider";

    public static void MapNewsletter(this IEndpointRouteBuilder app)
    {
        app.MapPut("/newsletter/members/{id:int}", AddMemberAsync).ForPurpose(Purposes.Newsletter);
        app.MapPost("/newsletter/outbox/{id:int}", async (int id, IOutbox outbox) => await outbox.AddAsync(id) ? Results.Accepted() : Results.NotFound());
        app.MapPost("/newsletter/outbox/runs", (IOutbox outbox) => outbox.SendAsync());
    }

    private static async Task<IResult> AddMemberAsync(int id, IContactBook book, IHttpClientFactory clients, IConfiguration configuration)
    {
        if (await book.FindAsync(id) is not { } contact)
            return Results.NotFound();

        using var content = JsonContent.Create(new { contact.Name, contact.Email });
        var provider = new Uri(configuration["mail-provider"] ?? "http://localhost:5081/");
        try
        {
            using var answer = await clients.CreateClient(Client).PutAsync(new Uri(provider, $"members/{id}"), content.Discloses(SubjectKey.Of(contact), Categories.ContactName, Categories.ContactEmail));
            return Results.StatusCode((int)answer.StatusCode);
        }
        catch (HttpRequestException)
        {
            // It was allowed and is recorded: what left the program before the line broke nobody knows.
            return Results.Problem($"Contoso Mail does not answer at {provider}. Name another address with --mail-provider.", statusCode: StatusCodes.Status502BadGateway);
        }
    }
}
