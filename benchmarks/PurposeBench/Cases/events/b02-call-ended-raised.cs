// verdict: violation
// origin: blind
// channel: research
// source: Customer.Phone
// proof: reaches
// why: Raising an event hands its argument to whoever subscribed.
using Ethics.Crm;

namespace PurposeBench.Cases.Events.B02CallEndedRaised;

[ForPurpose("support")]
public sealed class CallCentre
{
    public event Action<string>? CallEnded;

    public void HangUp(Customer customer)
    {
        var number = customer.Phone ?? "withheld";
        CallEnded?.Invoke(number); //! ECRM2002
    }
}

[ForPurpose("research")]
public sealed class CallPanel
{
    public void OnCallEnded(string number) => Use.Research(number);
}

public static class Case
{
    public static void Run()
    {
        var centre = new CallCentre();
        centre.CallEnded += new CallPanel().OnCallEnded;
        centre.HangUp(Customers.Ada());
    }
}
