// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: With another type argument it is another static field.
using Ethics.Crm;

namespace PurposeBench.Cases.Statics.StaticOfOtherGeneric;

public static class Slot<TTopic>
{
    public static string? Last { get; set; }
}

public sealed class Tickets;

public sealed class News;

[ForPurpose("support")]
public static class Desk
{
    public static void Answer(Customer customer)
    {
        Slot<Tickets>.Last = customer.Email;
        Use.Support(Slot<Tickets>.Last);
    }
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(Customer customer)
    {
        Use.Newsletter(Slot<News>.Last ?? "first issue");
        Slot<News>.Last = customer.NewsletterEmail;
    }
}

public static class Case
{
    public static void Run()
    {
        Desk.Answer(Customers.Ada());
        Issue.Send(Customers.Ada());
    }
}
