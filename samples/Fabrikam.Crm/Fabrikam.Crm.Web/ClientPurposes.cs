using Ethics.Crm;

namespace Fabrikam.Crm.Web;

/// <summary>Runs each request for what its client works for (<c>Clients</c> in appsettings.json), and answers 403 where a read is refused.</summary>
/// <remarks>A real program knows its client by a certificate or token; the sample believes a header.</remarks>
internal sealed class ClientPurposes(RequestDelegate next, IConfiguration configuration)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var purpose = configuration[$"Clients:{context.Request.Headers["X-Client"]}"];
        try
        {
            if (purpose is null)
                await next(context);
            else
                await PurposeScope.RunAsync(purpose, _ => next(context), context.RequestAborted);
        }
        catch (PurposeViolationException refused) when (!context.Response.HasStarted)
        {
            // The message names the member and the purpose, never the value.
            await Results.Problem(refused.Message, statusCode: StatusCodes.Status403Forbidden, title: refused.Refusal.ToString()).ExecuteAsync(context);
        }
    }
}
