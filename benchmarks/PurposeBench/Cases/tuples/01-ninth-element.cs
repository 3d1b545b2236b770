// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: From the eighth element on a tuple is a tuple within a tuple; the ninth is the address.
using Ethics.Crm;

namespace PurposeBench.Cases.Tuples.NinthElement;

[ForPurpose("support")]
public static class TicketRows
{
    public static (int, string, string, int, string, bool, string, int, string) Of(Customer customer) =>
        (4711, "router", "open", 2, "en", true, "desk 3", 14, customer.Email);
}

[ForPurpose("newsletter")]
public static class Audience
{
    public static void Add(Customer customer)
    {
        var row = TicketRows.Of(customer);
        Use.Newsletter(row.Item2);
        Use.Newsletter(row.Item9); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => Audience.Add(Customers.Ada());
}
