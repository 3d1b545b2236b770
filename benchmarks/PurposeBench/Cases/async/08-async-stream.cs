// verdict: violation
// origin: open
// channel: marketing.email
// source: Customer.Email
// proof: reaches
// why: An async iterator of support yields addresses; the stream is filtered and enumerated for marketing.
using Ethics.Crm;

namespace PurposeBench.Cases.Async.AsyncStream;

[ForPurpose("support")]
public static class Desk
{
    public static async IAsyncEnumerable<string> AddressesAsync(IEnumerable<Customer> customers)
    {
        foreach (var customer in customers)
        {
            await Task.Yield();
            yield return customer.Email;
        }
    }
}

public static class Streams
{
    public static async IAsyncEnumerable<T> SkipAsync<T>(this IAsyncEnumerable<T> items, int count)
    {
        await foreach (var item in items)
        {
            if (count-- <= 0)
                yield return item;
        }
    }
}

[ForPurpose("marketing.email")]
public static class Offers
{
    public static async Task SendAsync(IEnumerable<Customer> customers)
    {
        await foreach (var to in Desk.AddressesAsync(customers).SkipAsync(1)) //! ECRM2002
            Use.MarketingEmail(to);
    }
}

public static class Case
{
    public static Task Run() => Offers.SendAsync([Customers.Other(), Customers.Ada()]);
}
