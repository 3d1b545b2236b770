// verdict: clean
// origin: open
// channel: stored:Subscriber.Email
// source: Customer.Email
// proof: reaches
// why: The support address goes into a member for support alone; the subscriber gets the newsletter's own.
using Ethics.Crm;

namespace PurposeBench.Cases.Borders.NarrowerCopy;

[DataSubject("subscriber")]
public sealed class Subscriber
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("contact.email"), CollectedFor("support")]
    public string ReplyTo { get; set; } = "";

    [DataCategory("contact.newsletter"), CollectedFor("newsletter")]
    public string Email { get; set; } = "";
}

public static class SubscriberMapper
{
    public static void Map(Customer from, Subscriber to) => (to.ReplyTo, to.Email) = (from.Email, from.NewsletterEmail);
}

public static class Case
{
    public static void Run()
    {
        var subscriber = new Subscriber { Id = 7 };
        SubscriberMapper.Map(Customers.Ada(), subscriber);
        Use.Stored("Subscriber.ReplyTo", subscriber.ReplyTo);
        Use.Stored("Subscriber.Email", subscriber.Email);
    }
}
