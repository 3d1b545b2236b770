using System.Net;
using System.Text;
using System.Text.Json;
using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Tests.Http;

/// <summary>An application with two clients: one for a recipient of mail addresses, whose contents must be known, and one for a recipient of more, whose contents need not.</summary>
public abstract class DisclosingApplication : IDisposable
{
    private protected static readonly string Policy = TestHost.With(
        """
          "recipients": {
            "mailer": { "role": "processor", "for": ["marketing", "support"], "categories": ["contact.email"] },
            "parcels": { "role": "processor", "for": ["support"], "categories": ["contact"] }
          }
        """);

    private protected static readonly JsonSerializerOptions Asking = new JsonSerializerOptions().UsePurposes();

    private readonly Wire _wire = new();

    protected DisclosingApplication()
    {
        Host = Start();
        Mailer = ClientOf(Host, "mails");
        Parcels = ClientOf(Host, "parcels");
    }

    private protected static SubjectKey Jane => TestHost.Person(7);

    private protected TestHost Host { get; }

    private protected HttpClient Mailer { get; }

    private protected HttpClient Parcels { get; }

    /// <summary>What has left.</summary>
    private protected List<string> Sent => _wire.Bodies;

    private protected static Contact Contact(int id = 7) => new() { Id = id, Email = $"address{id}", Note = "note", Age = 30 };

    private protected TestHost Start(Action<IServiceCollection>? services = null) => new(Policy, services: all =>
    {
        // A factory holds its application until handlers expire, and with it the code that tells its scopes from others: dozens of stopped hosts would leave none for the tests after these.
        all.AddHttpClient("mails").DisclosesTo("mailer").SetHandlerLifetime(Timeout.InfiniteTimeSpan).ConfigurePrimaryHttpMessageHandler(() => _wire);
        all.AddHttpClient("parcels").DisclosesTo("parcels", o => o.AllowUnknownContent = true).SetHandlerLifetime(Timeout.InfiniteTimeSpan).ConfigurePrimaryHttpMessageHandler(() => _wire);
        services?.Invoke(all);
    });

    private protected static HttpClient ClientOf(TestHost host, string name)
    {
        var client = host.Services.GetRequiredService<IHttpClientFactory>().CreateClient(name);
        client.BaseAddress = new Uri("http://recipient.test/");
        return client;
    }

    private protected Task<IReadOnlyList<Disclosure>> Of(SubjectKey person) => Host.Services.GetRequiredService<IDisclosures>().OfAsync(person);

    private protected static Task In(string purpose, Func<Task> send) => PurposeScope.RunAsync(purpose, _ => send());

    private protected static Task<DisclosureRefusedException> Refused(string purpose, Func<Task> send) => Assert.ThrowsAsync<DisclosureRefusedException>(() => In(purpose, send));

    private protected void Stop() => Host.Dispose();

    public void Dispose()
    {
        Stop();
        Mailer.Dispose();
        Parcels.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A content that reads when it is written.</summary>
    private protected sealed class Written(Func<string?> read) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(Encoding.UTF8.GetBytes(read() ?? "")).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    private sealed class Wire : HttpMessageHandler
    {
        public List<string> Bodies { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Bodies.Add(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
            return new HttpResponseMessage(HttpStatusCode.OK);
        }

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) => SendAsync(request, cancellationToken).GetAwaiter().GetResult();
    }
}
