// verdict: clean
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: The entry is taken out of the cache before marketing asks for it under the same key.
using Ethics.Crm;
using Microsoft.Extensions.Caching.Memory;

namespace PurposeBench.Cases.Statics.RemovedFromCache;

[ForPurpose("support")]
public sealed class CallCentre(IMemoryCache cache)
{
    public void Dial(Customer customer)
    {
        cache.Set(customer.Id, customer.Phone);
        Use.Support(cache.Get(customer.Id));
        cache.Remove(customer.Id);
    }
}

[ForPurpose("marketing")]
public sealed class Telesales(IMemoryCache cache)
{
    public void Call(int id)
    {
        if (!cache.TryGetValue(id, out string? number))
            number = "no number";
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
