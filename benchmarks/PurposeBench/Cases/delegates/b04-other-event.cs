// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: differs
// why: The newsletter listens to the event that carries no address; nobody but support listens to the one that does.
using Ethics.Crm;

namespace PurposeBench.Cases.Delegates.OtherEvent;

public sealed class AnsweredEventArgs(string address) : EventArgs
{
    public string Address => address;
}

[ForPurpose("support")]
public sealed class TicketDesk
{
    public event EventHandler<AnsweredEventArgs>? Answered;

    public event EventHandler<int>? Counted;

    public void Answer(Customer customer)
    {
        Answered?.Invoke(this, new AnsweredEventArgs(customer.Email));
        Counted?.Invoke(this, 1);
    }
}

[ForPurpose("support")]
public static class Archive
{
    public static void Listen(TicketDesk desk) => desk.Answered += static (_, e) => Use.Support(e.Address);
}

[ForPurpose("newsletter")]
public static class Masthead
{
    public static void Listen(TicketDesk desk) => desk.Counted += static (_, count) => Use.Newsletter($"{count} more answered");
}

public static class Case
{
    public static void Run()
    {
        var desk = new TicketDesk();
        Archive.Listen(desk);
        Masthead.Listen(desk);
        desk.Answer(Customers.Ada());
    }
}
