// verdict: violation
// origin: open
// channel: stored:SmsGateway.Sent
// source: Customer.Phone
// proof: reaches
// why: The gateway carries no attribute: the policy says that what is sent there leaves to the mail house.
using Ethics.Crm;

namespace PurposeBench.Cases.Sinks.PolicySink;

public sealed class SmsGateway
{
    public List<string> Sent { get; } = [];

    // Discloses to the mail house by the policy.
    public void Send(string number, int priority) => Sent.Add(number);
}

[ForPurpose("support")]
public sealed class Reminders(SmsGateway gateway)
{
    public void Remind(params Customer[] customers)
    {
        foreach (var number in customers.Select(customer => customer.Phone).OfType<string>())
            gateway.Send(number, 1); //! ECRM3001
    }
}

public static class Case
{
    public static void Run()
    {
        var gateway = new SmsGateway();
        new Reminders(gateway).Remind(Customers.Ada());
        Use.Stored("SmsGateway.Sent", gateway.Sent);
    }
}
