// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Both notifiers are in the list; the address goes to those that are ticket notifiers by their type.
using Ethics.Crm;

namespace PurposeBench.Cases.Dispatch.ReceiverByTest;

public interface INotifier
{
    void Notify(string text);
}

[ForPurpose("support")]
public sealed class TicketNotifier : INotifier
{
    public void Notify(string text) => Use.Support(text);
}

[ForPurpose("newsletter")]
public sealed class IssueNotifier : INotifier
{
    public void Notify(string text) => Use.Newsletter(text);
}

[ForPurpose("support")]
public static class TicketClosed
{
    public static void Handle(Customer customer, INotifier[] notifiers)
    {
        foreach (var notifier in notifiers)
        {
            if (notifier is TicketNotifier ticket)
                ticket.Notify(customer.Email);
            else
                notifier.Notify("a ticket was closed");
        }
    }
}

public static class Case
{
    public static void Run() => TicketClosed.Handle(Customers.Ada(), [new IssueNotifier(), new TicketNotifier()]);
}
