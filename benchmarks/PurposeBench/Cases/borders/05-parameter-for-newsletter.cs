// verdict: violation
// origin: open
// channel: stored:Sender.address
// source: Customer.Phone
// proof: reaches
// why: A labelled parameter is a border: what support passes there may do less than the parameter permits.
using Ethics.Crm;

namespace PurposeBench.Cases.Borders.ParameterForNewsletter;

public static class Sender
{
    public static void Enqueue(int delay, [DataCategory("contact.phone"), CollectedFor("newsletter", "marketing")] string address)
    {
        if (delay >= 0)
            Use.Stored("Sender.address", address);
    }
}

[ForPurpose("support")]
public static class Desk
{
    public static void Remind(Customer customer)
    {
        var number = customer.Phone ?? "none";
        Sender.Enqueue(
            delay: 5,
            address: number); //! ECRM2007
    }
}

public static class Case
{
    public static void Run() => Desk.Remind(Customers.Ada());
}
