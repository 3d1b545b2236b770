using System.Net;
using Ethics.Crm.Decisions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ethics.Crm.AspNetCore.Tests.Fixtures;

/// <summary>A web application on its real server, over loopback. The gate is the process's: tests with hosts run one after the other.</summary>
public sealed class TestApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestApp(WebApplication app)
    {
        _app = app;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public Uri Address => Client.BaseAddress!;

    /// <param name="map">Maps endpoints and adds middleware, as Program.cs does.</param>
    /// <param name="services">Further services.</param>
    /// <param name="policy">The policy file; null for that of this project.</param>
    public static async Task<TestApp> StartAsync(Action<WebApplication> map, Action<IServiceCollection>? services = null, string? policy = null)
    {
        var app = Build(map, services, policy);
        try
        {
            await app.StartAsync();
            return new TestApp(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>What a start that fails says.</summary>
    public static async Task<string> FailureAsync(Action<WebApplication> map, Action<IServiceCollection>? services = null)
    {
        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(map, services));
        return failed.Message;
    }

    public Task<string> GetAsync(string path) => Client.GetStringAsync(path);

    public async Task<HttpStatusCode> StatusAsync(string path) => (await Client.GetAsync(path)).StatusCode;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        HostRegistry.Instance.Reset();
    }

    private static WebApplication Build(Action<WebApplication> map, Action<IServiceCollection>? services, string? policy)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(TestApp).Assembly.GetName().Name, EnvironmentName = "Production", ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddEthicsCrm(o => o.PolicyFile = policy ?? o.PolicyFile);
        services?.Invoke(builder.Services);
        var app = builder.Build();
        map(app);
        return app;
    }
}

[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneHostAtATime
{
    public const string Name = "hosts";
}
