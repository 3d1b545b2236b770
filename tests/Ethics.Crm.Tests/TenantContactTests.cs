using System.Net;
using Ethics.Crm.Contacts;
using Ethics.Crm.Tests.Fixtures;
using Ethics.Crm.Tests.Subjects;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests;

/// <summary>One id in two tenants: letters to them, what they were told, and what is kept of them elsewhere.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class TenantContactTests : IDisposable
{
    private static readonly SubjectKey North = new("north", "patient", "7");
    private static readonly SubjectKey South = new("south", "patient", "7");

    private readonly AsyncLocal<string?> _tenant = new();
    private readonly List<string?> _zonesAsked = [];
    private readonly TestHost _host;
    private readonly Patient _north = new() { Number = 7, Clinic = "north", Email = "value" };
    private readonly Patient _south = new() { Number = 7, Clinic = "south", Email = "value" };

    public TenantContactTests() => _host = new(
        TestHost.With("""
            "recipients": { "mailer": { "role": "processor", "for": ["support"], "categories": ["contact"] } },
            "sources": { "bought-list": { "direct": false } }
            """).Replace("\"support\":         { \"basis\": \"contract\" }", "\"support\": { \"basis\": \"contract\", \"quietHours\": \"21:00/08:00\", \"frequency\": \"1/P1D\" }"),
        o =>
        {
            o.Tenant = _ => _tenant.Value;
            o.TimeZone = (_, person) =>
            {
                _zonesAsked.Add(person.Tenant);
                return person.Tenant == "night" ? TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland") : TimeZoneInfo.Utc;
            };
        },
        services: all => all.AddHttpClient("mails").DisclosesTo("mailer").SetHandlerLifetime(Timeout.InfiniteTimeSpan).ConfigurePrimaryHttpMessageHandler(static () => new Answering()));

    private IContactScopes Scopes => Service<IContactScopes>();

    private int Recorded => ((InMemoryContactLog)Service<IContactLog>()).Known;

    public void Dispose() => _host.Dispose();

    [Fact]
    public void ContactScopes_ReachThePersonOfTheTenantOfTheData()
    {
        using (Scopes.Enter("support", "email"))
            Assert.Equal("value", Outcome(() => _north.Email));
        using (Scopes.Enter(["support"], "email"))
        {
            Assert.Equal("Frequency", Outcome(() => _north.Email));
            Assert.Equal("value", Outcome(() => _south.Email));
            Assert.Equal("Frequency", Outcome(() => _north.Email));
        }

        Assert.Equal(2, Recorded);
        Assert.Equal(["north", "north", "south", "north"], _zonesAsked);
    }

    /// <summary>Whoever has been reached in one tenant has not been reached in another, also within one letter.</summary>
    [Fact]
    public void ContactScopes_ReachThePersonOfTheTenantThatTheApplicationNames()
    {
        var patient = new Patient { Number = 7, Email = "value" };
        using (Scopes.Enter("support", "email"))
        {
            _tenant.Value = "north";
            Assert.Equal("value", Outcome(() => patient.Email));
            Assert.Equal("value", Outcome(() => patient.Email));
            Assert.Equal(1, Recorded);
            _tenant.Value = "night";
            Assert.Equal("QuietHours", Outcome(() => patient.Email));
            _tenant.Value = "south";
            Assert.Equal("value", Outcome(() => patient.Email));
            _tenant.Value = "north";
            Assert.Equal("value", Outcome(() => _north.Email));
            Assert.Equal(2, Recorded);
        }

        using (Scopes.Enter("support", "email"))
        {
            Assert.Equal("Frequency", Outcome(() => patient.Email));
            _tenant.Value = "west";
            Assert.Equal("value", Outcome(() => patient.Email));
        }
    }

    [Fact]
    public void SynchronousLog_TellsTenantsApart_InOneContactToo()
    {
        var log = (ISynchronousContactLog)Service<IContactLog>();
        var letter = Guid.NewGuid();

        Assert.True(log.TryContact(letter, [North], ["support"], "email").Allowed);
        Assert.Equal(Refusal.Frequency, log.TryContact(Guid.NewGuid(), [South, North], ["support"], "email").Refusal);
        Assert.Equal(1, Recorded);
        Assert.True(log.TryContact(letter, [South, North], ["support"], "email").Allowed);
        Assert.Equal(2, Recorded);
        Assert.Equal(Refusal.QuietHours, log.TryContact(letter, [North with { Tenant = "night" }], ["support"], "email").Refusal);
    }

    [Fact]
    public async Task WhatPeopleWereTold_CountsInOneTenant()
    {
        var (north, south) = (new Listed { Number = 7, Clinic = "north", Email = "value" }, new Listed { Number = 7, Clinic = "south", Email = "value" });
        Assert.Equal(("SourceUntold", "SourceUntold"), (In("analytics", () => north.Email), In("analytics", () => south.Email)));

        await Service<ISourceNotices>().RecordAsync(North, "bought-list");

        Assert.Equal(("value", "SourceUntold"), (In("analytics", () => north.Email), In("analytics", () => south.Email)));
        Assert.Equal([north], new[] { north, south }.PermittedFor("analytics", static one => one.Email));
        Assert.Empty(await Service<ISourceNotices>().OfAsync(South));
    }

    [Fact]
    public async Task MergeThatIsTakenBack_IsOfOneTenant()
    {
        var merges = Service<IPersonMerges>();
        var merge = await merges.MergeAsync(North, North with { Id = "8" });
        var other = await merges.MergeAsync(South, South with { Id = "8" });
        await _host.Ledger.ObjectAsync(North with { Id = "8" }, "analytics");
        await _host.Ledger.ObjectAsync(South with { Id = "8" }, "fraud");

        Assert.Equal(("Objection", "value"), (In("analytics", () => _north.Email), In("analytics", () => _south.Email)));
        await merges.UndoAsync(merge);
        await _host.Ledger.ObjectAsync(South with { Id = "8" }, "analytics");
        Assert.Equal("Objection", In("analytics", () => _south.Email));
        Assert.NotNull(Assert.Single(await merges.OfAsync(North)).UndoneAt);
        Assert.Equal(other.Id, Assert.Single(await merges.OfAsync(South)).Id);
        Assert.Null(other.UndoneAt);
    }

    [Fact]
    public async Task CachesAndBoundValues_GiveBackEachPersonInTheirTenant()
    {
        await _host.Ledger.ObjectAsync(South, "analytics");
        var storage = new StorageSerializer();
        var cache = new StorageCache(new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions())), storage);
        await cache.SetAsync("north", _north);
        await cache.SetAsync("south", _south);
        Assert.Equal("value", In("analytics", () => cache.GetAsync<Patient>("north").GetAwaiter().GetResult()!.Email));
        Assert.Equal("Objection", In("analytics", () => cache.GetAsync<Patient>("south").GetAwaiter().GetResult()!.Email));
        await cache.RemoveAsync("south");
        Assert.NotNull(await cache.GetAsync<Patient>("north"));
        Assert.Equal("Objection", In("analytics", () => storage.DeserializeFromString<Patient>(storage.SerializeToString(_south))!.Email));

        Assert.Equal([North], Bound.From(_north, static one => one.Email).GetSubjects());
        var lengths = new[] { _north, _south }.Select(static one => Bound.From(one, static p => p.Email).Map(static text => text!.Length)).ToList();
        Assert.Equal("5", In("analytics", () => Text(lengths[0])));
        Assert.Equal("Objection", In("analytics", () => Text(lengths[1])));

        static string Text(Bound<int> bound) => bound.OpenAsync().GetAwaiter().GetResult().ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>What a sender says of a request, and whom it contacts with it.</summary>
    [Fact]
    public async Task RequestsAndContactsByThem_AreOfOneTenant()
    {
        await _host.Ledger.RestrictAsync(South, "contested");
        var client = Service<IHttpClientFactory>().CreateClient("mails");
        using (Scopes.Enter("support", "post"))
        {
            await client.SendAsync(About(North));
            await Assert.ThrowsAsync<DisclosureRefusedException>(() => client.SendAsync(About(South)));
            await client.SendAsync(About(North with { Tenant = "west" }));
        }

        await _host.Ledger.LiftRestrictionAsync(South);
        using (Scopes.Enter("support", "post"))
        {
            await Assert.ThrowsAsync<DisclosureRefusedException>(() => client.SendAsync(About(North)));
            await client.SendAsync(About(South));
        }

        Assert.Equal(3, Recorded);
        Assert.Single(await Service<IDisclosures>().OfAsync(North));
        Assert.Single(await Service<IDisclosures>().OfAsync(South));
    }

    private static HttpRequestMessage About(SubjectKey person) => new HttpRequestMessage(HttpMethod.Get, "http://recipient.test/send").Discloses(person, "contact.email");

    private T Service<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    private sealed class Answering : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
    }
}

/// <summary>Of somebody whose address a broker sold.</summary>
[DataSubject("patient")]
public sealed partial class Listed
{
    [DataSubjectId]
    public int Number { get; set; }

    [DataSubjectTenant]
    public string? Clinic { get; set; }

    [DataCategory("contact.email"), CollectedFrom("bought-list")]
    public partial string? Email { get; set; }
}
