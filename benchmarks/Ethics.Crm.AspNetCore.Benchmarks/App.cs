using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Ethics.Crm.AspNetCore.Benchmarks;

/// <summary>The same application twice: as it was before, and with Ethics.Crm.</summary>
internal sealed class App : IAsyncDisposable
{
    private readonly WebApplication _app;

    private App(WebApplication app, PipelineServer? pipeline)
    {
        _app = app;
        Pipeline = pipeline;
    }

    public Uri Address => new(_app.Urls.First());

    /// <summary>What the application answers with without sockets; null for one that listens.</summary>
    public PipelineServer? Pipeline { get; }

    public static async Task<App> StartAsync(bool isBound, bool hasServer, string database)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddDbContextPool<ContactDb>(o => o.UseSqlite($"Data Source={database}"));
        if (isBound)
            builder.Services.AddEthicsCrm();
        var pipeline = hasServer ? null : new PipelineServer();
        if (pipeline is not null)
            builder.Services.Replace(ServiceDescriptor.Singleton<IServer>(pipeline));
        var app = builder.Build();

        Bind(app.MapGet("/trivial", () => "ok"));
        Bind(app.MapGet("/plain/{id}", (int id, ContactDb db) => db.Plain.AsNoTracking().SingleAsync(c => c.Id == id)));
        if (isBound)
        {
            Bind(app.MapGet("/guarded/{id}", (int id, ContactDb db) => db.Guarded.AsNoTracking().SingleAsync(c => c.Id == id)));
            app.MapGet("/none", () => "ok");
        }

        await app.StartAsync();
        return new App(app, pipeline);

        void Bind(RouteHandlerBuilder endpoint)
        {
            if (isBound)
                endpoint.ForPurpose(Purposes.Support);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
