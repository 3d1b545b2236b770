// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The receiver is a ticket notifier and nothing else; the newsletter's override is called elsewhere with its own address.
using Ethics.Crm;

namespace PurposeBench.Cases.Dispatch.KnownReceiver;

public interface INotifier
{
    void Notify(string address);
}

[ForPurpose("support")]
public sealed class TicketNotifier : INotifier
{
    public void Notify(string address) => Use.Support(address);
}

[ForPurpose("newsletter")]
public sealed class IssueNotifier : INotifier
{
    public void Notify(string address) => Use.Newsletter(address);

    public void NotifySubscriber(Customer customer) => Notify(customer.NewsletterEmail);
}

[ForPurpose("support")]
public static class TicketClosed
{
    public static void Handle(Customer customer)
    {
        INotifier notifier = new TicketNotifier();
        notifier.Notify(customer.Email);
    }
}

public static class Case
{
    public static void Run()
    {
        TicketClosed.Handle(Customers.Ada());
        new IssueNotifier().NotifySubscriber(Customers.Ada());
    }
}
