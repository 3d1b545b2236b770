// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: A parallel loop collects addresses in a bag that the newsletter empties.
using System.Collections.Concurrent;
using Ethics.Crm;

namespace PurposeBench.Cases.Async.ParallelBag;

[ForPurpose("billing")]
public static class Receipts
{
    public static async Task<ConcurrentBag<string>> AddressesAsync(IEnumerable<Customer> customers)
    {
        var addresses = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(customers, async (customer, cancellationToken) =>
        {
            await Task.Yield();
            addresses.Add(customer.Email);
        });
        return addresses;
    }
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static async Task SendAsync(IEnumerable<Customer> customers)
    {
        var addresses = await Receipts.AddressesAsync(customers);
        while (addresses.TryTake(out var to)) //! ECRM2002
            Use.Newsletter(to);
    }
}

public static class Case
{
    public static Task Run() => Issue.SendAsync([Customers.Ada()]);
}
