// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: A memory cache keeps the number for everybody who knows the key.
using Ethics.Crm;
using Microsoft.Extensions.Caching.Memory;

namespace PurposeBench.Cases.Statics.CachedNumber;

public static class Caches
{
    public static string Key(int id) => $"number:{id}";
}

[ForPurpose("support")]
public sealed class CallCentre(IMemoryCache cache)
{
    public string Dial(Customer customer) => cache.GetOrCreate(Caches.Key(customer.Id), _ => customer.Phone ?? "")!;
}

[ForPurpose("marketing")]
public sealed class Telesales(IMemoryCache cache)
{
    public void Call(int id)
    {
        if (cache.TryGetValue(Caches.Key(id), out string? number)) //! ECRM2002
            Use.Marketing(number);
    }
}

public static class Case
{
    public static void Run()
    {
        using var cache = new MemoryCache(new MemoryCacheOptions());
        new CallCentre(cache).Dial(Customers.Ada());
        new Telesales(cache).Call(7);
    }
}
