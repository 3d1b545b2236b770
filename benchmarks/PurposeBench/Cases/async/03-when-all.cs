// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: Several tasks run at once; their results come back as an array.
using Ethics.Crm;

namespace PurposeBench.Cases.Async.WhenAll;

[ForPurpose("support")]
public static class CallList
{
    public static Task<string[]> NumbersAsync(IEnumerable<Customer> customers) =>
        Task.WhenAll(customers.Select(static async customer =>
        {
            await Task.Yield();
            return customer.Phone ?? "none";
        }));
}

[ForPurpose("marketing")]
public static class Telesales
{
    public static async Task CallAsync(IEnumerable<Customer> customers)
    {
        foreach (var number in await CallList.NumbersAsync(customers)) //! ECRM2002
            Use.Marketing(number);
    }
}

public static class Case
{
    public static Task Run() => Telesales.CallAsync([Customers.Ada(), Customers.Other()]);
}
