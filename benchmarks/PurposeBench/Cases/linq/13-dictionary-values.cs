// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: ToDictionary keeps the addresses as values; the newsletter orders them and takes the first fifty.
using Ethics.Crm;

namespace PurposeBench.Cases.Linq.DictionaryValues;

[ForPurpose("billing")]
public static class Receipts
{
    public static Dictionary<int, string> Addresses(IEnumerable<Customer> customers) =>
        customers.ToDictionary(static customer => customer.Id, static customer => customer.Email);
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(IEnumerable<Customer> customers)
    {
        foreach (var to in Receipts.Addresses(customers).Values.Distinct().Order().Take(50)) //! ECRM2002
            Use.Newsletter(to);
    }
}

public static class Case
{
    public static void Run() => Issue.Send([Customers.Ada(), Customers.Other()]);
}
