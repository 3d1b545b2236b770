// verdict: clean
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: The out parameter is set to the number and then to the extension that everybody may call.
using Ethics.Crm;

namespace PurposeBench.Cases.Calls.ReturnedByNobody;

[ForPurpose("support")]
public static class CallCentre
{
    public static void Numbers(Customer customer, out string dial, ref int calls)
    {
        dial = customer.Phone ?? "none";
        Use.Support(dial);
        Reset(out dial);
        calls++;
    }

    private static void Reset(out string dial) => dial = "extension 100";
}

[ForPurpose("marketing")]
public static class Switchboard
{
    public static void Print(Customer customer)
    {
        var calls = 0;
        CallCentre.Numbers(customer, out var dial, ref calls);
        Use.Marketing($"{dial} ({calls})");
    }
}

public static class Case
{
    public static void Run() => Switchboard.Print(Customers.Ada());
}
