using System.Net;
using System.Net.Http.Json;
using Ethics.Crm.Tests.Binding;
using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Tests.Http;

/// <summary>Other handlers of a client around the one that discloses, clients with a type, and clients that nobody bound.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class HandlerOrderTests : DisclosingApplication
{
    [Fact]
    public async Task RetryOutside_MakesEachAttemptADisclosure_InsideOneOfAllOfThem()
    {
        Stop();
        var wire = new Wire();
        using var host = Start(all =>
        {
            all.AddHttpClient("outside").AddHttpMessageHandler(static () => new Retrying()).DisclosesTo("mailer").SetHandlerLifetime(Timeout.InfiniteTimeSpan).ConfigurePrimaryHttpMessageHandler(() => wire);
            all.AddHttpClient("inside").DisclosesTo("mailer").AddHttpMessageHandler(static () => new Retrying()).SetHandlerLifetime(Timeout.InfiniteTimeSpan).ConfigurePrimaryHttpMessageHandler(() => wire);
        });

        await In("support", () => ClientOf(host, "outside").PostAsJsonAsync("send", Contact(), Asking));
        Assert.Equal((3, 3), (wire.Bodies.Count, await RecordedAsync(host)));
        await In("support", () => ClientOf(host, "inside").PostAsJsonAsync("send", Contact(), Asking));
        Assert.Equal((6, 4), (wire.Bodies.Count, await RecordedAsync(host)));
        Assert.All(wire.Bodies, static body => Assert.Contains("address7", body, StringComparison.Ordinal));
        Assert.All(wire.Bodies, static body => Assert.DoesNotContain("note", body, StringComparison.Ordinal));
    }

    /// <summary>A retry that a withdrawal overtakes: the next attempt is not made.</summary>
    [Fact]
    public async Task RetryOutside_AfterAWithdrawal_SendsNothingMore()
    {
        Stop();
        var wire = new Wire();
        TestHost? started = null;
        using var host = Start(all => all.AddHttpClient("outside").AddHttpMessageHandler(() => new Retrying(() => started!.Ledger.WithdrawAsync(Jane, "marketing"))).DisclosesTo("mailer")
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan).ConfigurePrimaryHttpMessageHandler(() => wire));
        started = host;
        await host.Ledger.GrantAsync(Jane, "marketing");

        await Refused("marketing", () => ClientOf(host, "outside").PostAsync("send", new StringContent("text").Discloses(Jane, "contact.email")));
        Assert.Single(wire.Bodies);
    }

    /// <summary>It runs nearer to the connection: call DisclosesTo last. What it reads of guarded objects is judged all the same.</summary>
    [Fact]
    public async Task FalseNegative_ContentThatALaterHandlerPutsIn_IsNotAskedAbout_ReadsInItAreJudgedForTheRecipient()
    {
        Stop();
        var wire = new Wire();
        using var host = Start(all =>
        {
            all.AddHttpClient("text").DisclosesTo("mailer").AddHttpMessageHandler(static () => new Replacing(static () => "text")).SetHandlerLifetime(Timeout.InfiniteTimeSpan).ConfigurePrimaryHttpMessageHandler(() => wire);
            all.AddHttpClient("read").DisclosesTo("mailer").AddHttpMessageHandler(static () => new Replacing(static () => Contact().Note!)).SetHandlerLifetime(Timeout.InfiniteTimeSpan).ConfigurePrimaryHttpMessageHandler(() => wire);
            all.AddHttpClient("before").AddHttpMessageHandler(static () => new Replacing(static () => "text")).DisclosesTo("mailer").SetHandlerLifetime(Timeout.InfiniteTimeSpan).ConfigurePrimaryHttpMessageHandler(() => wire);
        });

        await In("support", () => ClientOf(host, "text").PostAsync("send", new StringContent("").DisclosesNothing()));
        Assert.Equal(["text"], wire.Bodies);
        var refused = await Assert.ThrowsAsync<PurposeViolationException>(() => In("support", () => ClientOf(host, "read").PostAsync("send", new StringContent("").DisclosesNothing())));
        Assert.Equal(Refusal.Recipient, refused.Refusal);
        await Refused("support", () => ClientOf(host, "before").PostAsync("send", new StringContent("").DisclosesNothing()));
        Assert.Single(wire.Bodies);
    }

    [Fact]
    public async Task TypedClient_OfAServiceThatDeclares_SendsForItsPurpose_AndIsRefusedForAnother()
    {
        Stop();
        var wire = new Wire();
        using var host = Start(all =>
        {
            all.AddHttpClient<ISupportMails, SupportMails>().DisclosesTo("parcels", static o => o.AllowUnknownContent = true).SetHandlerLifetime(Timeout.InfiniteTimeSpan).ConfigurePrimaryHttpMessageHandler(() => wire);
            all.AddHttpClient<IMarketingMails, MarketingMails>().DisclosesTo("parcels", static o => o.AllowUnknownContent = true).SetHandlerLifetime(Timeout.InfiniteTimeSpan).ConfigurePrimaryHttpMessageHandler(() => wire);
            all.AddEthicsCrm().AddPurposeBinding();
        });

        Assert.Equal("support", await host.Services.GetRequiredService<ISupportMails>().SendAsync());
        Assert.Single(wire.Bodies);
        await Assert.ThrowsAsync<DisclosureRefusedException>(() => host.Services.GetRequiredService<IMarketingMails>().SendAsync());
        Assert.Single(wire.Bodies);
        Assert.Equal("", Now.Purposes);
    }

    /// <summary>Made by hand or by a name that nobody bound: there is no recipient to ask about. Guarded reads ask as everywhere.</summary>
    [Fact]
    public async Task FalseNegative_ClientThatIsBoundToNoRecipient_SendsWhatTheCodeMayRead()
    {
        var wire = new Wire();
        using var byHand = new HttpClient(wire) { BaseAddress = new Uri("http://recipient.test/") };

        await In("support", () => byHand.PostAsJsonAsync("send", Contact(), Asking));
        await Assert.ThrowsAsync<PurposeViolationException>(() => byHand.PostAsJsonAsync("send", Contact()));

        Assert.Contains("address7", Assert.Single(wire.Bodies), StringComparison.Ordinal);
        Assert.Empty(await Of(Jane));
    }

    private static async Task<int> RecordedAsync(TestHost host) => (await host.Services.GetRequiredService<IDisclosures>().OfAsync(Jane)).Count;

    public interface ISupportMails
    {
        Task<string> SendAsync();
    }

    public interface IMarketingMails
    {
        Task<string> SendAsync();
    }

    [ForPurpose("support")]
    internal sealed class SupportMails(HttpClient client) : ISupportMails
    {
        public async Task<string> SendAsync()
        {
            await client.GetAsync(new Uri("http://recipient.test/status"));
            return Now.Purposes;
        }
    }

    [ForPurpose("marketing")]
    internal sealed class MarketingMails(HttpClient client) : IMarketingMails
    {
        public async Task<string> SendAsync()
        {
            await client.GetAsync(new Uri("http://recipient.test/status"));
            return Now.Purposes;
        }
    }

    private sealed class Retrying(Func<Task>? between = null) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (var attempt = 0; attempt < 2; attempt++)
            {
                (await base.SendAsync(request, cancellationToken)).Dispose();
                if (between is not null)
                    await between();
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Replacing(Func<string> text) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Content = new StringContent(text());
            return base.SendAsync(request, cancellationToken);
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
    }
}
