// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: One static dictionary keeps an address under each of two constant keys; the newsletter reads its own.
using System.Collections.Concurrent;
using Ethics.Crm;

namespace PurposeBench.Cases.Statics.OtherKey;

public static class Sender
{
    public static ConcurrentDictionary<string, string> Addresses { get; } = new();
}

[ForPurpose("support")]
public static class Desk
{
    public static void Open(Customer customer) => Sender.Addresses["tickets"] = customer.Email;

    public static void Answer() => Use.Support(Sender.Addresses["tickets"]);
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Subscribe(Customer customer) => Sender.Addresses["news"] = customer.NewsletterEmail;

    public static void Send() => Use.Newsletter(Sender.Addresses["news"]);
}

public static class Case
{
    public static void Run()
    {
        Desk.Open(Customers.Ada());
        Issue.Subscribe(Customers.Ada());
        Issue.Send();
        Desk.Answer();
    }
}
