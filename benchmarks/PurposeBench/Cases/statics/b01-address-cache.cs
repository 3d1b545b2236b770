// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: A static cache that one department fills answers the other as well.
using System.Collections.Concurrent;
using Ethics.Crm;

namespace PurposeBench.Cases.Statics.B01AddressCache;

public static class AddressCache
{
    public static readonly ConcurrentDictionary<int, string> ById = new();
}

[ForPurpose("billing")]
public static class InvoiceRun
{
    public static void Send(Customer customer)
    {
        var to = AddressCache.ById.GetOrAdd(customer.Id, customer.Email);
        Use.Billing(to);
    }
}

[ForPurpose("newsletter")]
public static class WeeklyMail
{
    public static void Send(int customerId)
    {
        if (AddressCache.ById.TryGetValue(customerId, out var address)) //! ECRM2002
            Use.Newsletter(address);
    }
}

public static class Case
{
    public static void Run()
    {
        AddressCache.ById.Clear();
        InvoiceRun.Send(Customers.Ada());
        WeeklyMail.Send(7);
    }
}
