// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Customers are cut into pieces, and in each piece every address is paired with the next.
using Ethics.Crm;

namespace PurposeBench.Cases.Linq.ChunkedAndZipped;

[ForPurpose("support")]
public static class Desk
{
    public static IEnumerable<string> Substitutes(IEnumerable<Customer> customers) =>
        customers.Select(static customer => customer.Email).Chunk(2).SelectMany(static pair => pair.Zip(pair.Skip(1), static (one, next) => $"{one} or {next}"));
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(IEnumerable<Customer> customers)
    {
        foreach (var to in Desk.Substitutes(customers)) //! ECRM2002
            Use.Newsletter(to);
    }
}

public static class Case
{
    public static void Run() => Issue.Send([Customers.Other(), Customers.Ada(), Customers.Other()]);
}
