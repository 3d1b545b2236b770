// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Support raises an event with the address; the newsletter has subscribed to it.
using Ethics.Crm;

namespace PurposeBench.Cases.Delegates.TicketClosedEvent;

[ForPurpose("support")]
public sealed class TicketDesk
{
    public event Action<string>? Closed;

    public void Close(Customer customer)
    {
        Use.Support(customer.Email);
        Closed?.Invoke(customer.Email); //! ECRM2002
    }
}

[ForPurpose("newsletter")]
public sealed class Recruiting
{
    public Recruiting(TicketDesk desk) => desk.Closed += OnClosed;

    private void OnClosed(string address) => Use.Newsletter(address);
}

public static class Case
{
    public static void Run()
    {
        var desk = new TicketDesk();
        _ = new Recruiting(desk);
        desk.Close(Customers.Ada());
    }
}
