using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fabrikam.Crm.Services;
using Fabrikam.Crm.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ethics.Crm.Fabrikam.Tests;

/// <summary>The sample with a database of its own: on its real server over loopback, or as a test's factory starts it.</summary>
public sealed class RunningCrm : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly HttpClient _client;
    private readonly Func<Task> _stop;

    private RunningCrm(DirectoryInfo folder, HttpClient client, Func<Task> stop, SentMessages sent, LogLines log) =>
        (_folder, _client, _stop, Sent, Log) = (folder, client, stop, sent, log);

    public SentMessages Sent { get; }

    public LogLines Log { get; }

    /// <param name="provider">Where Contoso Mail is; null for nowhere.</param>
    public static async Task<RunningCrm> StartAsync(string? provider = null)
    {
        var folder = Directory.CreateTempSubdirectory("fabrikam-crm-tests-");
        var (sent, log) = (new SentMessages(), new LogLines());
        var app = CrmApplication.Create(["--urls", "http://127.0.0.1:0", "--database", Path.Combine(folder.FullName, "crm.db"), "--mail-provider", provider ?? "http://127.0.0.1:1/"], builder =>
        {
            builder.Logging.ClearProviders().AddProvider(log);
            builder.Services.AddSingleton<IMailGateway>(sent).AddSingleton<ITextGateway>(sent);
        });
        await app.StartAsync();
        return new RunningCrm(folder, new HttpClient { BaseAddress = new Uri(app.Urls.First()) }, StopAsync, sent, log);

        async Task StopAsync()
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
    }

    /// <summary>From its Program, by a <see cref="WebApplicationFactory{TEntryPoint}"/>.</summary>
    public static RunningCrm OfFactory()
    {
        var folder = Directory.CreateTempSubdirectory("fabrikam-crm-tests-");
        var (sent, log) = (new SentMessages(), new LogLines());
        var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseSetting("database", Path.Combine(folder.FullName, "crm.db"))
            .UseSetting("mail-provider", "http://127.0.0.1:1/")
            .ConfigureLogging(logging => logging.ClearProviders().AddProvider(log))
            .ConfigureTestServices(services => services.AddSingleton<IMailGateway>(sent).AddSingleton<ITextGateway>(sent)));
        return new RunningCrm(folder, factory.CreateClient(), () => factory.DisposeAsync().AsTask(), sent, log);
    }

    /// <param name="method">GET, PUT, …</param>
    /// <param name="path">Path on the server.</param>
    /// <param name="client">Which program of the company asks; null for none.</param>
    /// <param name="body">Sent as JSON.</param>
    public async Task<(HttpStatusCode Status, string Text)> SendAsync(HttpMethod method, string path, string? client = null, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (client is not null)
            request.Headers.Add("X-Client", client);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        using var response = await _client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public Task<(HttpStatusCode Status, string Text)> GetAsync(string path, string? client = null) => SendAsync(HttpMethod.Get, path, client);

    public async Task<JsonElement> JsonAsync(string path, string? client = null)
    {
        var (status, text) = await GetAsync(path, client);
        Assert.Equal(HttpStatusCode.OK, status);
        return JsonDocument.Parse(text).RootElement;
    }

    public async Task DecideAsync(HttpMethod method, int person, string decision)
    {
        var (status, _) = await SendAsync(method, $"/people/{person}/{decision}");
        Assert.Equal(HttpStatusCode.OK, status);
    }

    /// <summary>Runs a campaign to its end: each contact's number, with the reason where she got nothing.</summary>
    public async Task<Dictionary<int, string?>> RunCampaignAsync(int campaign)
    {
        var (status, text) = await SendAsync(HttpMethod.Post, $"/campaigns/{campaign}/runs");
        Assert.Equal(HttpStatusCode.Accepted, status);
        var run = JsonDocument.Parse(text).RootElement;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            var deliveries = await JsonAsync($"/runs/{run.GetProperty("run").GetInt32()}");
            if (deliveries.GetArrayLength() == run.GetProperty("queued").GetInt32())
                return deliveries.EnumerateArray().ToDictionary(d => d.GetProperty("contactId").GetInt32(), d => d.GetProperty("refused").GetString());
            await Task.Delay(20, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _stop();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
