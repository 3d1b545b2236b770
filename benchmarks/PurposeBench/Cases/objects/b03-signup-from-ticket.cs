// verdict: violation
// origin: blind
// channel: stored:Subscriber.Email
// source: Customer.Email
// proof: reaches
// why: The subscriber's address may serve the newsletter, the customer's may not: storing one in the other widens what it permits.
using Ethics.Crm;

namespace PurposeBench.Cases.Objects.SignupFromTicket;

[DataSubject("subscriber")]
public sealed class Subscriber
{
    [DataSubjectId]
    public int Id { get; set; }

    [DataCategory("contact.email"), CollectedFor("newsletter")]
    public string Email { get; set; } = "";

    public bool Confirmed { get; set; }
}

public sealed class AudienceList
{
    public Subscriber Current { get; } = new();
}

[ForPurpose("support")]
public static class CloseTicket
{
    public static void Close(Customer customer, AudienceList list)
    {
        var target = list.Current;
        var address = customer.Email.Trim();
        target.Id = customer.Id;
        target.Email = address; //! ECRM2007
        target.Confirmed = true;
    }
}

public static class Case
{
    public static void Run()
    {
        var list = new AudienceList();
        CloseTicket.Close(Customers.Ada(), list);
        Use.Stored("Subscriber.Email", list.Current.Email);
    }
}
