using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Tests.Http;

/// <summary>Decisions of the application's own are asked for what a sender declares, and disclosures are recorded for people alone.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class OwnDecisionsTests : DisclosingApplication
{
    [Fact]
    public async Task DecisionThatIsNotGiven_IsNoPermission_AndTheRefusalSaysWhatToDo()
    {
        var own = new Own();
        using var host = new TestHost(Policy, services: all =>
        {
            all.AddSingleton<IPurposeDecisions>(own);
            all.AddHttpClient("mails").DisclosesTo("mailer").SetHandlerLifetime(Timeout.InfiniteTimeSpan).ConfigurePrimaryHttpMessageHandler(static () => new Deaf());
        });
        using var client = ClientOf(host, "mails");

        var refused = await Refused("support", Send);
        Assert.Contains("'contact.email': 'Ethics.Crm.Tests.Http.OwnDecisionsTests+Own', which is registered as IPurposeDecisions, gave no answer. Let its Decide return a decision, never null", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("7", refused.Message, StringComparison.Ordinal);

        own.Answer = new PurposeDecision(false, "the moon is full", null);
        Assert.Contains("the moon is full", (await Refused("support", Send)).Message, StringComparison.Ordinal);

        own.Answer = new PurposeDecision(false, null!, null);
        Assert.Contains("'contact.email': no reason was given", (await Refused("support", Send)).Message, StringComparison.Ordinal);

        own.Answer = new PurposeDecision(true, "", null);
        await In("support", Send);

        async Task Send()
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "send") { Content = new StringContent("text") };
            request.Discloses(Jane, "contact.email");
            (await client.SendAsync(request)).Dispose();
        }
    }

    /// <summary>What is not recorded does not leave.</summary>
    [Fact]
    public async Task RecordThatGivesNothingToWaitFor_SendsNothing_AndTheErrorSaysWhatToDo()
    {
        var own = new Forgetful();
        using var host = new TestHost(Policy, services: all =>
        {
            all.AddSingleton<IDisclosures>(own);
            all.AddHttpClient("mails").DisclosesTo("mailer").SetHandlerLifetime(Timeout.InfiniteTimeSpan).ConfigurePrimaryHttpMessageHandler(static () => new Deaf());
        });
        using var client = ClientOf(host, "mails");

        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => In("support", Send));
        Assert.Equal("'Ethics.Crm.Tests.Http.OwnDecisionsTests+Forgetful', which is registered as IDisclosures, gave no task. Nothing was sent; let its RecordAsync return the task that records, never null.", failed.Message);

        own.Answer = Task.CompletedTask;
        await In("support", Send);

        async Task Send()
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "send") { Content = new StringContent("text") };
            request.Discloses(Jane, "contact.email");
            (await client.SendAsync(request)).Dispose();
        }
    }

    /// <summary>Of a couple of whom one is not named the list has a key without id, which is nobody's to ask by.</summary>
    [Fact]
    public async Task DisclosureThatNamesSomebodyUnknownToo_IsKeptForThoseWhoAreNamedAlone()
    {
        var disclosures = Host.Services.GetRequiredService<IDisclosures>();
        var disclosure = new Disclosure(Host.Clock.GetUtcNow(), "mailer", ["support"], ["contact.email"], [Jane, default, new SubjectKey(null, "contact", "")], "by hand");
        await disclosures.RecordAsync(disclosure);

        Assert.Equal([disclosure], await Of(Jane));
        Assert.Empty(await Of(default));
        Assert.Empty(await Of(new SubjectKey(null, "contact", "")));
    }

    private sealed class Own : IPurposeDecisions
    {
        public PurposeDecision? Answer { get; set; }

        public PurposeDecision Decide(SubjectKey subject, string memberOrCategory, string purpose, string? recipient = null) => Answer!;
    }

    private sealed class Forgetful : IDisclosures
    {
        public Task? Answer { get; set; }

        public Task RecordAsync(Disclosure disclosure, CancellationToken ct = default) => Answer!;

        public Task<IReadOnlyList<Disclosure>> OfAsync(SubjectKey subject, CancellationToken ct = default) => Task.FromResult<IReadOnlyList<Disclosure>>([]);
    }

    private sealed class Deaf : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.OK));
    }
}
