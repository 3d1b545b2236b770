// verdict: clean
// origin: open
// channel: stored:SmsGateway.Sent
// source: Customer.Phone
// proof: reaches
// why: The gateway of the policy gets the number of the office; the customer's stays in the house.
using Ethics.Crm;

namespace PurposeBench.Cases.Sinks.PolicySinkOfficeNumber;

public sealed class SmsGateway
{
    public List<string> Sent { get; } = [];

    // Discloses to the mail house by the policy.
    public void Send(string number, int priority) => Sent.Add(number);
}

[ForPurpose("support")]
public sealed class Reminders(SmsGateway gateway)
{
    public void Remind(Customer customer)
    {
        var number = customer.Phone ?? "";
        Use.Support(number);
        number = "0800 1000";
        gateway.Send(number, number.Length);
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
