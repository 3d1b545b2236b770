// verdict: clean
// origin: blind
// channel: research
// source: Customer.Phone
// proof: reaches
// why: The panel listens to another call centre than the one that took the call.
using Ethics.Crm;

namespace PurposeBench.Cases.Events.B06OtherCallCentre;

public sealed class CallCentre(string city)
{
    public event EventHandler<string>? CallEnded;

    public string City { get; } = city;

    public void HangUp(string number) => CallEnded?.Invoke(this, number);
}

[ForPurpose("research")]
public sealed class CallPanel
{
    public void OnCallEnded(object? sender, string number) => Use.Research(number);
}

[ForPurpose("support")]
public static class Shift
{
    public static void Work(CallCentre centre, Customer customer) => centre.HangUp(customer.Phone ?? "withheld");
}

public static class Case
{
    public static void Run()
    {
        var berlin = new CallCentre("Berlin");
        var training = new CallCentre("Training");
        training.CallEnded += new CallPanel().OnCallEnded;
        Shift.Work(berlin, Customers.Ada());
        training.HangUp("555-0100");
    }
}
