// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The element before the address.
using Ethics.Crm;

namespace PurposeBench.Cases.Tuples.EighthElement;

[ForPurpose("support")]
public static class TicketRows
{
    public static (int, string, string, int, string, bool, string, int, string) Of(Customer customer) =>
        (4711, "router", "open", 2, "en", true, "desk 3", 14, customer.Email);
}

[ForPurpose("newsletter")]
public static class Waiting
{
    public static void Tell(Customer customer)
    {
        var row = TicketRows.Of(customer);
        Use.Newsletter($"{row.Item8} days for {row.Item2}, answered by {row.Rest.Item1 / 2}");
    }
}

public static class Case
{
    public static void Run() => Waiting.Tell(Customers.Ada());
}
