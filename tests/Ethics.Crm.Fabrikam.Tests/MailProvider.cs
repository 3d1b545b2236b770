using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ethics.Crm.Fabrikam.Tests;

/// <summary>Contoso Mail on a server of its own, which keeps what it is told.</summary>
public sealed class MailProvider : IAsyncDisposable
{
    private readonly WebApplication _app;

    private MailProvider(WebApplication app) => _app = app;

    public ConcurrentQueue<string> Told { get; } = [];

    public string Address => _app.Urls.First() + "/";

    public static async Task<MailProvider> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { Args = [] });
        builder.WebHost.UseKestrelCore();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var provider = new MailProvider(app);
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            provider.Told.Enqueue($"{context.Request.Method} {context.Request.Path} {await reader.ReadToEndAsync()}");
            context.Response.StatusCode = StatusCodes.Status201Created;
        });
        await app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
