using Ethics.Crm;
using Fabrikam.Crm.Domain;

namespace Fabrikam.Crm.Web;

/// <summary>What people decide about their data. The ledger knows persons and purposes, and reads no data, so no purpose is needed.</summary>
internal static class PrivacyEndpoints
{
    public static void MapPrivacy(this IEndpointRouteBuilder app)
    {
        var person = app.MapGroup("/people/{id:int}").AddEndpointFilter(AnswerMistakesAsync);
        person.MapGet("/decisions", (int id, IConsentLedger ledger) => ledger.HistoryAsync(Person(id)));
        person.MapGet("/disclosures", (int id, IDisclosures disclosures) => disclosures.OfAsync(Person(id)));
        person.MapPut("/consents/{purpose}", (int id, string purpose, IConsentLedger ledger) =>
            ledger.GrantAsync(Person(id), purpose, new ConsentEvidence { Channel = "web" }));
        person.MapDelete("/consents/{purpose}", (int id, string purpose, IConsentLedger ledger) => ledger.WithdrawAsync(Person(id), purpose));
        person.MapPut("/objections/{purpose}", (int id, string purpose, IConsentLedger ledger) => ledger.ObjectAsync(Person(id), purpose));
    }

    // Contacts and leads are one kind of person.
    private static SubjectKey Person(int id) => SubjectKey.Of<Contact>(id);

    /// <summary>The ledger refuses what makes no sense, a withdrawal from a contract for one; its message says what does.</summary>
    private static async ValueTask<object?> AnswerMistakesAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (ArgumentException mistake)
        {
            return Results.Problem(mistake.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }
}
