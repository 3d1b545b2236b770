// verdict: clean
// origin: open
// channel: stored:Subscriber.Email
// source: Customer.Email
// proof: reaches
// why: The local held the support address, but it holds the newsletter's when it is stored.
using Ethics.Crm;

namespace PurposeBench.Cases.Borders.OverwrittenBeforeCopy;

[DataSubject("subscriber")]
public sealed class Subscriber
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("contact.newsletter"), CollectedFor("newsletter")]
    public string Email { get; set; } = "";
}

public static class Import
{
    public static void Fill(Subscriber target, Customer customer)
    {
        var address = customer.Email;
        if (address.Length > 0)
            address = customer.NewsletterEmail;
        else
            address = "";
        target.Email = address;
    }
}

public static class Case
{
    public static void Run()
    {
        var subscriber = new Subscriber { Id = 7 };
        Import.Fill(subscriber, Customers.Ada());
        Use.Stored("Subscriber.Email", subscriber.Email);
    }
}
