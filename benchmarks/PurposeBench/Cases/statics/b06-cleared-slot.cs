// verdict: clean
// origin: blind
// channel: research
// source: Customer.Phone
// proof: reaches
// why: The static slot is emptied at the end of the call, before anybody else looks at it.
using Ethics.Crm;

namespace PurposeBench.Cases.Statics.B06ClearedSlot;

public static class CurrentCall
{
    public static string Number = "";
}

[ForPurpose("support")]
public static class Hotline
{
    public static void TakeCall(Customer customer)
    {
        CurrentCall.Number = customer.Phone ?? "withheld";
        Use.Support(CurrentCall.Number);
        CurrentCall.Number = "";
    }
}

[ForPurpose("research")]
public static class LineMonitor
{
    public static void Sample() => Use.Research("on the line: '" + CurrentCall.Number + "'");
}

public static class Case
{
    public static void Run()
    {
        Hotline.TakeCall(Customers.Ada());
        LineMonitor.Sample();
    }
}
