using System.Net;
using System.Net.Http.Json;
using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Tests.Http;

/// <summary>A client that is bound to a recipient sends for the purposes that one may have data for, and tells who got what.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class DisclosingClientTests : DisclosingApplication
{
    [Fact]
    public async Task PurposeThatTheRecipientHasNothingFor_IsRefused()
    {
        var refused = await Refused("marketing", () => Parcels.GetAsync("status"));

        Assert.Equal("Nothing was sent to 'parcels': 'parcels' may receive data for support only, not for 'marketing'.", refused.Message);
        Assert.Equal(("parcels", "marketing"), (refused.Recipient, refused.Purposes.Single()));
        await In("support", () => Parcels.GetAsync("status"));
        Assert.Single(Sent);
    }

    [Fact]
    public async Task PurposeThatThePolicyDoesNotKnow_IsRefused() =>
        Assert.Contains("does not know the purpose 'astrology'", (await Refused("astrology", () => Parcels.GetAsync("status"))).Message);

    [Fact]
    public async Task WithoutScope_ItIsRefused_AndSaysHowToOpenOne()
    {
        var refused = await Assert.ThrowsAsync<DisclosureRefusedException>(() => Parcels.GetAsync("status"));

        Assert.Equal("Nothing was sent to 'parcels': no purpose is open; send it inside PurposeScope.RunAsync(Purposes.Support, …), or from code that is bound to its purpose.", refused.Message);
        Assert.Empty(refused.Purposes);
    }

    [Fact]
    public async Task EmergencySwitch_OpensNoRecipient()
    {
        await Host.Ledger.RestrictAsync(TestHost.Person(8), "he disputes it");
        Assert.True(Host.Reload(Policy.TrimEnd().TrimEnd('}') + """, "enforcement": { "default": "audit" } }"""));

        await Assert.ThrowsAsync<DisclosureRefusedException>(() => Mailer.PostAsync("send", new StringContent("text").Discloses(Jane, "contact.email")));
        await Refused("billing", () => Mailer.GetAsync("status"));
        await Refused("support", () => Mailer.PostAsync("send", new StringContent("text").Discloses(TestHost.Person(8), "contact.email")));
        var read = await Assert.ThrowsAsync<PurposeViolationException>(() => In("support", () => Mailer.PostAsJsonAsync("send", Contact())));

        Assert.Equal(Refusal.Recipient, read.Refusal);
        Assert.Empty(Sent);
    }

    [Fact]
    public async Task ScopeThatIsClosedWhileTheDisclosureIsRecorded_LetsNothingLeave()
    {
        Stop();
        PurposeScope? scope = null;
        using var host = Start(all => all.AddSingleton<IDisclosures>(new Closing(() => scope!.Dispose())));
        scope = PurposeScope.Enter("support");

        var refused = await Assert.ThrowsAsync<DisclosureRefusedException>(() => ClientOf(host, "mails").PostAsJsonAsync("send", Contact(), Asking));

        Assert.Contains("has been closed", refused.Message);
        Assert.Empty(Sent);
    }

    [Theory]
    [InlineData("enforce")]
    [InlineData("audit")]
    public async Task ClosedScope_IsRefused_InEveryMode(string mode)
    {
        Assert.True(Host.Reload(Policy.TrimEnd().TrimEnd('}') + $$""", "enforcement": { "default": "{{mode}}" } }"""));
        var gone = new TaskCompletionSource();
        Task<HttpResponseMessage> late;
        using (PurposeScope.Enter("support"))
            late = Task.Run(async () => { await gone.Task; return await Mailer.PostAsync("send", new StringContent("text").DisclosesNothing()); });
        gone.SetResult();

        Assert.Contains("the scope that it was sent in has been closed", (await Assert.ThrowsAsync<DisclosureRefusedException>(() => late)).Message);
        Assert.Empty(Sent);
    }

#if STANDARD
    [Fact]
    public void SynchronousSending_IsNotSupported_SoThatNothingPassesBy()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "send") { Content = JsonContent.Create(Contact(), options: Asking) };
        using (PurposeScope.Enter("support"))
            Assert.Throws<NotSupportedException>(() => Mailer.Send(request));
        Assert.Empty(Sent);
    }
#else
    [Fact]
    public void SynchronousSending_IsBoundToo()
    {
        using var refused = new HttpRequestMessage(HttpMethod.Post, "send") { Content = new StringContent("address7") };
        using var sent = new HttpRequestMessage(HttpMethod.Post, "send") { Content = JsonContent.Create(Contact(), options: Asking) };
        using (PurposeScope.Enter("support"))
        {
            Assert.Throws<DisclosureRefusedException>(() => Mailer.Send(refused));
            Mailer.Send(sent);
        }

        Assert.DoesNotContain("Note", Sent.Single());
    }
#endif

    [Fact]
    public async Task NothingLeaves_WhenItCannotBeRecorded()
    {
        Stop();
        using var host = Start( all => all.AddSingleton<IDisclosures>(new FullDisk()));

        await Assert.ThrowsAsync<IOException>(() => In("support", () => ClientOf(host, "mails").PostAsJsonAsync("send", Contact(), Asking)));
        Assert.Empty(Sent);
    }

    [Fact]
    public async Task StoreOfDisclosuresThatComesBack_LetsTheNextRequestLeave_AndHasIt()
    {
        Stop();
        var store = new FullDisk();
        using var host = Start(all => all.AddSingleton<IDisclosures>(store));
        await Assert.ThrowsAsync<IOException>(() => In("support", () => ClientOf(host, "mails").PostAsJsonAsync("send", Contact(), Asking)));
        Assert.Empty(Sent);

        store.IsFull = false;
        await In("support", () => ClientOf(host, "mails").PostAsJsonAsync("send", Contact(), Asking));
        Assert.Single(Sent);
        Assert.Single(store.Recorded);
    }

    [Fact]
    public void RecipientThatThePolicyDoesNotKnow_FailsTheStart_ByName()
    {
        Stop();
        var failed = Assert.Throws<InvalidOperationException>(() => Start( all => all.AddHttpClient("letters").DisclosesTo("printer")));

        Assert.Equal("The HTTP client 'letters' discloses to 'printer', which is no recipient of the policy. It names: mailer, parcels.", failed.Message);
        Assert.Throws<PurposeViolationException>(() => Contact().Email);
    }

    [Fact]
    public async Task RecipientThatAReloadTakesOut_IsRefused()
    {
        Assert.True(Host.Reload(Policy.Replace("\"parcels\":", "\"couriers\":")));

        Assert.Contains("the policy does not know the recipient 'parcels'", (await Refused("support", () => Parcels.GetAsync("status"))).Message);
    }

    [Fact]
    public async Task AfterTheHostHasStopped_NothingIsSent()
    {
        Stop();

        Assert.Contains("has not started, or has stopped", (await Refused("support", () => Mailer.GetAsync("status"))).Message);
    }

    [Fact]
    public async Task WithoutAddEthicsCrm_TheClientSaysWhatIsMissing()
    {
        await using var services = new ServiceCollection().AddHttpClient("mails").DisclosesTo("mailer").Services.BuildServiceProvider();

        var failed = Assert.Throws<InvalidOperationException>(() => services.GetRequiredService<IHttpClientFactory>().CreateClient("mails"));
        Assert.Equal("The HTTP client 'mails' discloses to a recipient of the policy, and the application has none: call services.AddEthicsCrm().", failed.Message);
    }

    [Fact]
    public async Task Disclosures_AreCounted_AndTheirTextNamesNobody()
    {
        Stop();
        using var counts = new Counts("ethics_crm.disclosures");
        using var host = Start( counts.Add);

        await In("support", () => ClientOf(host, "mails").PostAsJsonAsync("send", Contact(), Asking));
        await Refused("billing", () => ClientOf(host, "mails").GetAsync("status"));

        Assert.Equal(["refused billing mailer: 1", "sent support mailer: 1"], counts.All);
        var text = (await host.Services.GetRequiredService<IDisclosures>().OfAsync(Jane)).Single().ToString();
        Assert.EndsWith(" to mailer for support: contact.email of 1 people, HTTP client 'mails'", text);
    }

    [Fact]
    public async Task OverARealConnection_TheRecipientReadsWhatItMayHave()
    {
        using var server = new HttpListener();
        var port = FreePort();
        server.Prefixes.Add($"http://localhost:{port}/");
        server.Start();
        var received = Receive(server);
        Stop();
        using var host = new TestHost(Policy, services: all => all.AddHttpClient("mails").DisclosesTo("mailer").SetHandlerLifetime(Timeout.InfiniteTimeSpan));
        using var client = host.Services.GetRequiredService<IHttpClientFactory>().CreateClient("mails");

        await In("support", () => client.PostAsJsonAsync($"http://localhost:{port}/send", Contact(), Asking));

        Assert.Equal("""{"Id":7,"Email":"address7","StoredEmail":"address7"}""", await received);
    }

    private static async Task<string> Receive(HttpListener server)
    {
        var request = await server.GetContextAsync();
        using var reader = new StreamReader(request.Request.InputStream);
        var body = await reader.ReadToEndAsync();
        request.Response.Close();
        return body;
    }

    private static int FreePort()
    {
        var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        return port;
    }

    private sealed class Closing(Action close) : IDisclosures
    {
        public Task RecordAsync(Disclosure disclosure, CancellationToken ct = default)
        {
            close();
            return Task.CompletedTask;
        }

        public Task<IReadOnlyList<Disclosure>> OfAsync(SubjectKey subject, CancellationToken ct = default) => Task.FromResult<IReadOnlyList<Disclosure>>([]);
    }

    private sealed class FullDisk : IDisclosures
    {
        public bool IsFull { get; set; } = true;

        public List<Disclosure> Recorded { get; } = [];

        public Task RecordAsync(Disclosure disclosure, CancellationToken ct = default)
        {
            if (IsFull)
                throw new IOException("full");
            Recorded.Add(disclosure);
            return Task.CompletedTask;
        }

        public Task<IReadOnlyList<Disclosure>> OfAsync(SubjectKey subject, CancellationToken ct = default) => Task.FromResult<IReadOnlyList<Disclosure>>([]);
    }
}
