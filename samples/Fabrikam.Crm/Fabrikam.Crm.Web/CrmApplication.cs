using Fabrikam.Crm.Data;
using Fabrikam.Crm.Services;
using Microsoft.EntityFrameworkCore;

namespace Fabrikam.Crm.Web;

/// <summary>The whole start-up, as Program.cs and the tests use it.</summary>
public static class CrmApplication
{
    /// <param name="args">The command line: <c>--database</c> names a file, else a new one is made in the temporary folder.</param>
    /// <param name="change">What a test puts in place of a service.</param>
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? change = null)
    {
        // Its settings lie beside the program, from wherever it is started.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(CrmApplication).Assembly.GetName().Name });
        var database = builder.Configuration["database"] ?? Path.Combine(Path.GetTempPath(), $"fabrikam-crm-{Guid.NewGuid():N}.db");
        builder.Services.AddDbContext<CrmContext>(o => o.UseSqlite($"Data Source={database}"));
        change?.Invoke(builder);
        AddServices(builder);

        var app = builder.Build();
        using (var scope = app.Services.CreateScope())
            scope.ServiceProvider.GetRequiredService<CrmContext>().Seed();

        MapEndpoints(app);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        builder.Services.AddCrmServices().AddHostedService<CampaignWorker>();
        builder.Services.AddControllers();
        // People read what they have decided: "Grant", and not a number.
        builder.Services.ConfigureHttpJsonOptions(static o => o.SerializerOptions.Converters.Add(new System.Text.Json.Serialization.JsonStringEnumConverter()));
        builder.Services.AddDistributedMemoryCache();
        builder.Services.AddHttpClient(NewsletterEndpoints.Client).DisclosesTo(Recipients.MailProvider);

        // What binds this application to its policy. Last, so that it sees what is registered.
        builder.Services.AddEthicsCrm()
            .AddPurposeBinding()
            .AddJson<Microsoft.AspNetCore.Http.Json.JsonOptions>(o => o.SerializerOptions)
            .AddJson<Microsoft.AspNetCore.Mvc.JsonOptions>(o => o.JsonSerializerOptions)
            .AddStorage()
            .AddLogRedaction();
    }

    private static void MapEndpoints(WebApplication app)
    {
        app.UseMiddleware<ClientPurposes>();
        app.MapGet("/", static () => "Fabrikam CRM. What to try: README.md beside this program's projects, for example /tickets/1/call-back or /contacts/1 with the header 'X-Client: support-desk'.");
        app.MapSupport();
        app.MapSales();
        app.MapContacts();
        app.MapCampaigns();
        app.MapNewsletter();
        app.MapPrivacy();
        app.MapControllers();
    }
}
