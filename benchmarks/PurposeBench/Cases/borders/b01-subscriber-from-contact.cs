// verdict: violation
// origin: blind
// channel: stored:Subscriber.Address
// source: Customer.Email
// proof: reaches
// why: The subscriber's address may do more than the e-mail that it is copied from.
using Ethics.Crm;

namespace PurposeBench.Cases.Borders.B01SubscriberFromContact;

[DataSubject("subscriber")]
public sealed class Subscriber
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("contact.email"), CollectedFor("support", "billing", "newsletter")]
    public string Address { get; init; } = "";
}

public static class SubscriberMapper
{
    public static Subscriber Map(Customer customer) => new()
    {
        Id = customer.Id,
        Address = customer.Email.ToLowerInvariant(), //! ECRM2007
    };
}

public static class Case
{
    public static void Run()
    {
        var subscriber = SubscriberMapper.Map(Customers.Ada());
        Use.Stored("Subscriber.Address", subscriber.Address);
    }
}
