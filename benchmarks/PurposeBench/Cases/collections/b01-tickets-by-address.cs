// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The keys of a dictionary are values too: whoever enumerates them has every address.
using Ethics.Crm;

namespace PurposeBench.Cases.Collections.TicketsByAddress;

[ForPurpose("support")]
public sealed class OpenTickets
{
    public Dictionary<string, int> ByAddress { get; } = new(StringComparer.OrdinalIgnoreCase);

    public void Open(Customer customer)
    {
        ByAddress.TryGetValue(customer.Email, out var open);
        ByAddress[customer.Email] = open + 1;
    }
}

[ForPurpose("newsletter")]
public static class Outreach
{
    public static void Invite(OpenTickets tickets)
    {
        foreach (var address in tickets.ByAddress.Keys) //! ECRM2002
            Use.Newsletter(address);
    }
}

public static class Case
{
    public static void Run()
    {
        var tickets = new OpenTickets();
        tickets.Open(Customers.Ada());
        tickets.Open(Customers.Ada());
        Outreach.Invite(tickets);
    }
}
