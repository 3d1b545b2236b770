// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Two static properties stand side by side; the newsletter reads the one that holds the topic.
using Ethics.Crm;

namespace PurposeBench.Cases.Statics.OtherStaticField;

public static class LastTicket
{
    public static string Address { get; set; } = "";

    public static string Topic { get; set; } = "";
}

[ForPurpose("support")]
public static class Desk
{
    public static void Answer(Customer customer, string topic)
    {
        (LastTicket.Address, LastTicket.Topic) = (customer.Email, topic);
        Use.Support(LastTicket.Address);
    }
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Write() => Use.Newsletter(LastTicket.Topic);
}

public static class Case
{
    public static void Run()
    {
        Desk.Answer(Customers.Ada(), "routers");
        Issue.Write();
    }
}
