// verdict: violation
// origin: open
// channel: stored:Subscriber.Email
// source: Customer.Email
// proof: reaches
// why: Support copies its address into a member that permits the newsletter.
using Ethics.Crm;

namespace PurposeBench.Cases.Borders.WiderInitialiser;

[DataSubject("subscriber")]
public sealed class Subscriber
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("contact.email"), CollectedFor("newsletter")]
    public string Email { get; init; } = "";
}

[ForPurpose("support")]
public static class Desk
{
    public static Subscriber Enrol(Customer customer) => new()
    {
        Id = customer.Id,
        Email = customer.Email, //! ECRM2007
    };
}

public static class Case
{
    public static void Run()
    {
        var subscriber = Desk.Enrol(Customers.Ada());
        Use.Stored("Subscriber.Email", subscriber.Email);
    }
}
