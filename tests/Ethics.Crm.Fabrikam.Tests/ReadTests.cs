using System.Net;

namespace Ethics.Crm.Fabrikam.Tests;

/// <summary>Who reads what: the same data, asked for by different parts of the company.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ReadTests : IAsyncLifetime
{
    private RunningCrm _crm = null!;

    public async Task InitializeAsync() => _crm = await RunningCrm.StartAsync();

    public async Task DisposeAsync() => await _crm.DisposeAsync();

    [Fact]
    public async Task Agent_ReadsThePhoneNumberOfATicketsCustomer()
    {
        Assert.Equal((HttpStatusCode.OK, "call Ada at 555-0100"), await _crm.GetAsync("/tickets/1/call-back"));
        Assert.Equal((HttpStatusCode.OK, "555-0100"), await _crm.GetAsync("/contacts/1/phone", "support-desk"));
    }

    [Theory]
    [InlineData("sales-app", "NotPermitted")]
    [InlineData("newsletter", "NotPermitted")]
    [InlineData(null, "NoScope")]
    [InlineData("nobody", "NoScope")]
    public async Task Others_AreRefusedThatNumber_AndTheAnswerDoesNotHoldIt(string? client, string refusal)
    {
        var (status, text) = await _crm.GetAsync("/contacts/1/phone", client);

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains(refusal, text);
        Assert.Contains("Contact.Phone", text);
        Assert.DoesNotContain("555-0100", text);
    }

    [Fact]
    public async Task SameEndpoint_GivesEachClientWhatItsPurposePermits()
    {
        await _crm.DecideAsync(HttpMethod.Put, 1, "consents/newsletter");

        var support = await _crm.JsonAsync("/contacts/1", "support-desk");
        var newsletter = await _crm.JsonAsync("/contacts/1", "newsletter");
        var nobody = await _crm.JsonAsync("/contacts/1");

        Assert.Equal("555-0100", support.GetProperty("phone").GetString());
        Assert.Equal(["id", "name", "email", "phone"], support.EnumerateObject().Select(p => p.Name));
        Assert.Equal("ada@example.com", newsletter.GetProperty("email").GetString());
        Assert.Equal(["id", "name", "email"], newsletter.EnumerateObject().Select(p => p.Name));
        Assert.Equal(["id"], nobody.EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task SameEndpoint_GivesTheNewsletterNothingOfSomebodyWhoNeverConsented()
    {
        var newsletter = await _crm.JsonAsync("/contacts/1", "newsletter");

        Assert.Equal(["id"], newsletter.EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task Controller_WorksForFulfilment_WhoeverAsks()
    {
        Assert.Equal("Engine", (await _crm.JsonAsync("/orders/1", "newsletter")).GetProperty("item").GetString());
        Assert.Equal((HttpStatusCode.OK, "Ada, 1 Analytical Road"), await _crm.GetAsync("/orders/1/label"));
    }

    [Fact]
    public async Task CreditLimit_FollowsFromOrdersAlone()
    {
        Assert.Equal(1000m, (await _crm.JsonAsync("/credit/1")).GetDecimal());
        Assert.Equal(60m, (await _crm.JsonAsync("/credit/2")).GetDecimal());
    }

    [Fact]
    public async Task Answer_IsStored_AndReadByTheSupportDesk()
    {
        Assert.Equal(HttpStatusCode.NoContent, (await _crm.SendAsync(HttpMethod.Put, "/tickets/1/answer", body: new { text = "Turn the crank." })).Status);

        Assert.Equal("Turn the crank.", (await _crm.JsonAsync("/tickets/1")).GetProperty("answer").GetString());
    }

    [Fact]
    public async Task LogLine_ShowsThatAContactWasAnswered_AndNothingOfHer()
    {
        await _crm.GetAsync("/contacts/1", "support-desk");
        await _crm.GetAsync("/contacts/99", "support-desk");

        Assert.Contains("/contacts/1 answered [Contact: redacted]", _crm.Log.Lines);
        Assert.DoesNotContain(_crm.Log.Lines, line => line.Contains("555-0100") || line.Contains("ada@"));
        // The nearest opposite: what is nobody's is written as it is.
        Assert.Contains(_crm.Log.Lines, line => line.StartsWith("/contacts/99 answered ", StringComparison.Ordinal) && !line.Contains("redacted"));
    }
}
