using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests.Storage;

[Collection(OneHostAtATime.Name)]
public sealed class StorageCacheTests
{
    [Fact]
    public async Task Cache_HoldsObjectsWhole_AndGivesThemBackGuarded()
    {
        using var host = new TestHost(services: all => all.AddDistributedMemoryCache().AddEthicsCrm().AddStorage());
        var cache = host.Services.GetRequiredService<StorageCache>();

        await cache.SetAsync("7", new Member(7, "address", null, 30));
        var back = (await cache.GetAsync<Member>("7"))!;

        Assert.Equal("NoScope", Outcome(() => back.Email));
        Assert.Equal("address", In("support", () => back.Email));
        Assert.Null(await cache.GetAsync<Member>("8"));
        await cache.RemoveAsync("7");
        Assert.Null(await cache.GetAsync<Member>("7"));
    }

    [Fact]
    public async Task Entry_GoesWhenItIsToldTo()
    {
        using var host = new TestHost(services: all => all.AddDistributedMemoryCache().AddEthicsCrm().AddStorage());
        var cache = host.Services.GetRequiredService<StorageCache>();

        await cache.SetAsync("7", 1, new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = TimeSpan.FromMilliseconds(1) });
        await Task.Delay(50);

        Assert.Equal(0, await cache.GetAsync<int>("7"));
    }

    [Fact]
    public void WithoutHost_ItStoresAsWell()
    {
        var storage = new StorageSerializer();
        var stored = storage.Serialize(new Member(7, "address", null, 30));

        using var host = new TestHost();
        Assert.Equal("address", In("support", () => storage.Deserialize<Member>(stored)!.Email));
    }

    [Fact]
    public void WithoutCache_ItSaysWhatIsMissing()
    {
        using var host = new TestHost(services: all => all.AddEthicsCrm().AddStorage());
        Assert.NotNull(host.Services.GetRequiredService<StorageSerializer>());
        Assert.Contains("AddDistributedMemoryCache", Assert.Throws<InvalidOperationException>(() => host.Services.GetRequiredService<StorageCache>()).Message);
    }
}
