using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ethics.Crm.Tests.Fixtures;
using Ethics.Crm.Tests.Subjects;
using Microsoft.Extensions.DependencyInjection;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

/// <summary>One id in two tenants, through the calls that <see cref="TenantTests"/> does not make: by the tenant of the data, and by that of the application.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class TenantCallTests : IDisposable
{
    private static readonly SubjectKey North = new("north", "patient", "7");
    private static readonly SubjectKey South = new("south", "patient", "7");

    private readonly AsyncLocal<string?> _tenant = new();
    private readonly TestHost _host;
    private readonly Patient _north = new() { Number = 7, Clinic = "north", Email = "value" };
    private readonly Patient _south = new() { Number = 7, Clinic = "south", Email = "value" };

    public TenantCallTests() => _host = new(
        TestHost.With("""
            "recipients": { "mailer": { "role": "processor", "for": ["marketing"], "categories": ["contact"] } },
            "sources": { "bought-list": { "direct": false } }
            """).Replace("\"support\":         { \"basis\": \"contract\" }", "\"support\": { \"basis\": \"contract\", \"frequency\": \"1/P1D\" }"),
        o => o.Tenant = _ => _tenant.Value,
        services: all => all.AddHttpClient("mails").DisclosesTo("mailer").SetHandlerLifetime(Timeout.InfiniteTimeSpan).ConfigurePrimaryHttpMessageHandler(static () => new Answering()));

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Contacts_AreCountedForOneTenant()
    {
        var contacts = Service<IContactLog>();
        Assert.True((await contacts.TryContactAsync(North, "support", "email")).Allowed);
        Assert.True((await contacts.TryContactAsync(South, "support", "email")).Allowed);
        _tenant.Value = "north";
        Assert.Equal(Refusal.Frequency, (await contacts.TryContactAsync(North with { Tenant = null }, "support", "email")).Refusal);
        _tenant.Value = "west";
        Assert.True((await contacts.TryContactAsync(North with { Tenant = null }, "support", "email")).Allowed);
    }

    [Fact]
    public async Task Notices_AreOfOneTenant()
    {
        var notices = Service<ISourceNotices>();
        await notices.RecordAsync(North, "bought-list");
        Assert.Single(await notices.OfAsync(North));
        Assert.Empty(await notices.OfAsync(South));
        Assert.Empty(await notices.OfAsync(North with { Tenant = null }));
        _tenant.Value = "north";
        Assert.Single(await notices.OfAsync(North with { Tenant = null }));
    }

    [Fact]
    public async Task Merges_JoinTheKeysOfOneTenant()
    {
        var merges = Service<IPersonMerges>();
        foreach (var person in new[] { North, North with { Id = "8" }, South, South with { Id = "8" } })
            await _host.Ledger.GrantAsync(person, "marketing");
        _tenant.Value = "north";
        await merges.MergeAsync(North with { Tenant = null }, North with { Id = "8" });
        await _host.Ledger.WithdrawAsync(North with { Id = "8" }, "marketing");

        Assert.Equal("ConsentWithdrawn", In("marketing", () => _north.Email));
        Assert.Equal("value", In("marketing", () => _south.Email));
        Assert.True(_host.Decisions.Decide(South with { Id = "8" }, "contact.email", "marketing").Allowed);
        Assert.Single(await merges.OfAsync(North));
        Assert.Empty(await merges.OfAsync(South));
        _tenant.Value = "south";
        await Assert.ThrowsAsync<ArgumentException>(() => merges.MergeAsync(South with { Tenant = null }, North));
    }

    [Fact]
    public async Task SplitLists_GiveEachTenantItsOwnReason()
    {
        await _host.Ledger.GrantAsync(North, "marketing");
        var split = new[] { _north, _south }.SplitByPermission("marketing", static p => p.Email);
        Assert.Same(_north, Assert.Single(split.Permitted));
        Assert.Equal((_south, Refusal.ConsentMissing), (Assert.Single(split.Refused).Item, split.Refused[0].Decision.Refusal));
        await _host.Ledger.WithdrawAsync(North, "marketing");
        split = new[] { _north, _south }.SplitByPermission("marketing");
        Assert.Equal([Refusal.ConsentWithdrawn, Refusal.ConsentMissing], split.Refused.Select(static one => one.Decision.Refusal));
    }

    [Fact]
    public async Task StoredObjectsAndBoundValues_ComeBackInTheirTenant()
    {
        await _host.Ledger.GrantAsync(North, "marketing");
        var storage = new StorageSerializer();
        Assert.Equal("value", In("marketing", () => storage.Deserialize<Patient>(storage.Serialize(_north))!.Email));
        Assert.Equal("ConsentMissing", In("marketing", () => storage.Deserialize<Patient>(storage.Serialize(_south))!.Email));
        Assert.Equal("value", In("marketing", () => Open(storage, _north)));
        Assert.Equal("ConsentMissing", In("marketing", () => Open(storage, _south)));
    }

    [Fact]
    public async Task JsonAndWhatLeaves_AreOfOneTenant()
    {
        await _host.Ledger.GrantAsync(North, "marketing");
        var asking = new JsonSerializerOptions().UsePurposes();
        var client = Service<IHttpClientFactory>().CreateClient("mails");
        client.BaseAddress = new Uri("http://recipient.test/");
        await PurposeScope.RunAsync("marketing", async _ =>
        {
            Assert.Contains("value", JsonSerializer.Serialize(_north, asking), StringComparison.Ordinal);
            Assert.DoesNotContain("value", JsonSerializer.Serialize(_south, asking), StringComparison.Ordinal);
            await client.PostAsJsonAsync("send", _north);
            await Assert.ThrowsAsync<PurposeViolationException>(() => client.PostAsJsonAsync("send", _south));
            await Assert.ThrowsAsync<DisclosureRefusedException>(() => client.PostAsync("send", new StringContent("text").Discloses(South, "contact.email")));
        });

        Assert.Single(await Service<IDisclosures>().OfAsync(North));
        Assert.Empty(await Service<IDisclosures>().OfAsync(South));
    }

    /// <summary>The same person under two keys asks once.</summary>
    [Fact]
    public async Task DisclosuresOfMergedPersons_AreToldUnderEither_UntilTheyAreTwoAgain()
    {
        var (disclosures, other) = (Service<IDisclosures>(), North with { Id = "8" });
        await disclosures.RecordAsync(new Disclosure(_host.Clock.GetUtcNow(), "mailer", ["marketing"], ["contact.email"], [North], "post"));
        await disclosures.RecordAsync(new Disclosure(_host.Clock.GetUtcNow(), "mailer", ["support"], ["contact.email"], [other, North], "post"));
        var merge = await Service<IPersonMerges>().MergeAsync(North, other);

        Assert.Equal(["marketing", "support"], (await disclosures.OfAsync(other)).Select(static one => one.Purposes.Single()));
        Assert.Equal(["marketing", "support"], (await disclosures.OfAsync(North)).Select(static one => one.Purposes.Single()));
        Assert.Empty(await disclosures.OfAsync(South));
        await Service<IPersonMerges>().UndoAsync(merge);
        Assert.Equal("support", Assert.Single(await disclosures.OfAsync(other)).Purposes.Single());
    }

    private static string? Open(StorageSerializer storage, Patient patient) =>
        storage.Deserialize<Bound<string?>>(storage.Serialize(Bound.From(patient, static p => p.Email)))!.OpenAsync().GetAwaiter().GetResult();

    private T Service<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    private sealed class Answering : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
    }
}
