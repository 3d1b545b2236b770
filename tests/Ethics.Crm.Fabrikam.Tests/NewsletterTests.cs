using System.Net;

namespace Ethics.Crm.Fabrikam.Tests;

/// <summary>What leaves the program, what waits to be sent, and what lies in a cache: each by the consent of that moment.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class NewsletterTests : IAsyncLifetime
{
    private MailProvider _provider = null!;
    private RunningCrm _crm = null!;

    public async Task InitializeAsync()
    {
        _provider = await MailProvider.StartAsync();
        _crm = await RunningCrm.StartAsync(_provider.Address);
    }

    public async Task DisposeAsync()
    {
        await _crm.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task Member_IsToldToTheProvider_WithConsent_AndThePersonSeesIt()
    {
        await _crm.DecideAsync(HttpMethod.Put, 1, "consents/newsletter");

        var (status, _) = await _crm.SendAsync(HttpMethod.Put, "/newsletter/members/1");

        Assert.Equal(HttpStatusCode.Created, status);
        var told = Assert.Single(_provider.Told);
        Assert.StartsWith("PUT /members/1 ", told);
        Assert.Contains("ada@example.com", told);
        Assert.DoesNotContain("555-0100", told);
        var disclosures = (await _crm.GetAsync("/people/1/disclosures")).Text;
        Assert.Contains("mail-provider", disclosures);
        Assert.Contains("contact.email", disclosures);
        Assert.DoesNotContain("ada@example.com", disclosures);
    }

    [Fact]
    public async Task Member_IsNotTold_WithoutConsent_AndNothingIsRecorded()
    {
        var (status, _) = await _crm.SendAsync(HttpMethod.Put, "/newsletter/members/1");

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Empty(_provider.Told);
        Assert.Equal("[]", (await _crm.GetAsync("/people/1/disclosures")).Text);
    }

    [Fact]
    public async Task OutboxRow_IsOpenedByTheConsentOfTheMomentInWhichItIsSent()
    {
        await _crm.DecideAsync(HttpMethod.Put, 1, "consents/newsletter");
        await _crm.DecideAsync(HttpMethod.Put, 2, "consents/newsletter");
        Assert.Equal(HttpStatusCode.Accepted, (await _crm.SendAsync(HttpMethod.Post, "/newsletter/outbox/1")).Status);
        Assert.Equal(HttpStatusCode.Accepted, (await _crm.SendAsync(HttpMethod.Post, "/newsletter/outbox/2")).Status);
        await _crm.DecideAsync(HttpMethod.Delete, 2, "consents/newsletter");

        var (_, run) = await _crm.SendAsync(HttpMethod.Post, "/newsletter/outbox/runs");

        Assert.Equal("""{"sent":1,"refused":1}""", run);
        Assert.Equal(["ada@example.com"], _crm.Sent.Mails);
    }

    [Fact]
    public async Task ContactFromTheCache_IsGuarded_AndFollowsWhatThePersonDecides()
    {
        await _crm.DecideAsync(HttpMethod.Put, 1, "consents/newsletter");
        Assert.Contains("ada@example.com", (await _crm.GetAsync("/contacts/1", "newsletter")).Text);

        var again = (await _crm.GetAsync("/contacts/1", "newsletter")).Text;
        Assert.Contains("ada@example.com", again);
        Assert.DoesNotContain("555-0100", again);
        Assert.Equal("555-0100", (await _crm.GetAsync("/contacts/1/phone", "support-desk")).Text);

        await _crm.DecideAsync(HttpMethod.Delete, 1, "consents/newsletter");
        Assert.DoesNotContain("ada@example.com", (await _crm.GetAsync("/contacts/1", "newsletter")).Text);
    }
}
