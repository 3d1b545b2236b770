using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ethics.Crm.Tests.Fixtures;
using Ethics.Crm.Tests.Origins;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Tests.Http;

/// <summary>A content that is sent again is judged again by what was read when it was written, how old that was among it: its object is no longer at hand.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class SentAgainTests : IDisposable
{
    private static readonly JsonSerializerOptions Asking = new JsonSerializerOptions().UsePurposes();

    private readonly Wire _wire = new();
    private readonly TestHost _host;
    private readonly HttpClient _mailer;

    public SentAgainTests()
    {
        var policy = TestHost.With("\"recipients\": { \"mailer\": { \"role\": \"processor\", \"for\": [\"marketing\"], \"categories\": [\"contact.email\"] } }")
            .Replace("\"marketing\":       { \"basis\": \"consent\" }", "\"marketing\": { \"basis\": \"consent\", \"maxAge\": \"P90D\" }", StringComparison.Ordinal);
        _host = new TestHost(policy, services: all => all.AddHttpClient("mails").DisclosesTo("mailer").SetHandlerLifetime(Timeout.InfiniteTimeSpan).ConfigurePrimaryHttpMessageHandler(() => _wire));
        _mailer = _host.Services.GetRequiredService<IHttpClientFactory>().CreateClient("mails");
        _mailer.BaseAddress = new Uri("http://recipient.test/");
        _host.Ledger.GrantAsync(TestHost.Person(7), "marketing").GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        _host.Dispose();
        _mailer.Dispose();
    }

    [Fact]
    public async Task YoungData_IsSentAgain_UntilItIsTooOld()
    {
        var content = JsonContent.Create(Prospect(daysOld: 80), options: Asking);
        await Send(content);
        await Send(content);
        Assert.Equal(2, _wire.Sent);

        _host.Clock.Advance(TimeSpan.FromDays(11));
        await Assert.ThrowsAsync<DisclosureRefusedException>(() => Send(content));
        Assert.Equal(2, _wire.Sent);
    }

    /// <summary>Two objects about one person: the older one decides.</summary>
    [Fact]
    public async Task OlderOfTwo_Decides()
    {
        var content = JsonContent.Create(new[] { Prospect(daysOld: 1), Prospect(daysOld: 80) }, options: Asking);
        await Send(content);

        _host.Clock.Advance(TimeSpan.FromDays(11));
        await Assert.ThrowsAsync<DisclosureRefusedException>(() => Send(content));

        var young = JsonContent.Create(new[] { Prospect(daysOld: 1), Prospect(daysOld: 2) }, options: Asking);
        await Send(young);
        _host.Clock.Advance(TimeSpan.FromDays(11));
        await Send(young);
        Assert.Equal(3, _wire.Sent);
    }

    [Fact]
    public async Task ConsentThatWasWithdrawn_EndsIt_HoweverYoungTheDataIs()
    {
        var content = JsonContent.Create(Prospect(daysOld: 1), options: Asking);
        await Send(content);
        await _host.Ledger.WithdrawAsync(TestHost.Person(7), "marketing");
        await Assert.ThrowsAsync<DisclosureRefusedException>(() => Send(content));
    }

    private Task Send(HttpContent content) => PurposeScope.RunAsync("marketing", async ct => (await _mailer.PostAsync("send", content, ct)).Dispose());

    private OnlyEmail Prospect(int daysOld) => new(new Prospect { Id = 7, Email = "value", EmailAt = _host.Clock.GetUtcNow().AddDays(-daysOld) });

    public sealed class OnlyEmail(Prospect prospect)
    {
        public string? Email => prospect.Email;
    }

    private sealed class Wire : HttpMessageHandler
    {
        public int Sent { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sent++;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
        }
    }
}
