// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The factory hands out one of two notifiers behind an abstract class; one of them works for the newsletter.
using Ethics.Crm;

namespace PurposeBench.Cases.Dispatch.NotifierFactory;

public abstract class Notifier
{
    public static Notifier For(string channel) => channel == "ticket" ? new TicketNotifier() : new IssueNotifier();

    public abstract void Notify(string address);
}

[ForPurpose("support")]
public sealed class TicketNotifier : Notifier
{
    public override void Notify(string address) => Use.Support(address);
}

[ForPurpose("newsletter")]
public sealed class IssueNotifier : Notifier
{
    public override void Notify(string address) => Use.Newsletter(address);
}

[ForPurpose("support")]
public static class TicketClosed
{
    public static void Handle(Customer customer, params string[] channels)
    {
        foreach (var channel in channels)
            Notifier.For(channel).Notify(customer.Email); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => TicketClosed.Handle(Customers.Ada(), "ticket", "issue");
}
