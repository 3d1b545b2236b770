using System.Globalization;
using Ethics.Crm.AspNetCore.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.AspNetCore.Tests;

/// <summary>Two tenants of one web application, with the same ids, whose requests run side by side.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class TenantTests
{
    private const int People = 12;

    [Fact]
    public async Task SameIdsInTwoTenants_AreNeverTakenForEachOthers_OverHttpInParallel()
    {
        var shared = Enumerable.Range(1, People).Select(static id => new Contact { Id = id }).ToArray();
        await using var app = await TestApp.StartAsync(
            app =>
            {
                app.UsePurposes();
                app.MapGet("/hobby/{id:int}", (int id) => Reading.Outcome(() => shared[id - 1].Hobby)).ForPurpose("newsletter");
                app.MapGet("/list", () => string.Join(",", shared.PermittedFor("newsletter", static one => one.Hobby).Select(static one => one.Id))).ForPurpose("newsletter");
            },
            static services => services.AddHttpContextAccessor().Configure<EthicsCrmOptions>(static o => o.Tenant = static all => all.GetRequiredService<IHttpContextAccessor>().HttpContext?.Request.Headers["X-Tenant"]));
        var ledger = app.Services.GetRequiredService<IConsentLedger>();
        for (var id = 1; id <= People; id++)
            await ledger.GrantAsync(SubjectKey.Of<Contact>(id, id % 2 == 0 ? "north" : "south"), "newsletter");

        var wrong = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Task.Run(() => UseAsync(app, n % 2 == 0 ? "north" : "south"))));

        Assert.Equal([0, 0, 0, 0], wrong);
        Assert.Equal("ConsentMissing", await GetAsync(app, "west", "/hobby/1"));
    }

    private static async Task<int> UseAsync(TestApp app, string tenant)
    {
        var wrong = 0;
        for (var round = 0; round < 5; round++)
        {
            for (var id = 1; id <= People; id++)
                wrong += await GetAsync(app, tenant, string.Create(CultureInfo.InvariantCulture, $"/hobby/{id}")) == (IsOf(id) ? "chess" : "ConsentMissing") ? 0 : 1;
            wrong += await GetAsync(app, tenant, "/list") == string.Join(",", Enumerable.Range(1, People).Where(IsOf)) ? 0 : 1;
        }

        return wrong;

        bool IsOf(int id) => tenant == (id % 2 == 0 ? "north" : "south");
    }

    private static async Task<string> GetAsync(TestApp app, string tenant, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "X-Tenant", tenant } } };
        using var response = await app.Client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }
}
