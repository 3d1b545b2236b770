// verdict: clean
// origin: blind
// channel: exception
// source: Customer.Phone
// proof: reaches
// why: The exception names the customer's number with us and the agent; the phone number was only dialled.
using System.Globalization;
using Ethics.Crm;

namespace PurposeBench.Cases.Strings.AnonymousMessage;

[ForPurpose("support")]
public static class CallCentre
{
    public static void Call(Customer customer, string agent)
    {
        var parts = new[] { "customer", customer.Id.ToString(CultureInfo.InvariantCulture), agent, customer.Phone };
        Use.Support(string.Join(' ', parts));

        if (customer.Contacts is [])
            throw new InvalidOperationException($"Nobody else to call for {parts[0]} {parts[1]}, {string.Concat("agent ", agent)}");
    }
}

public static class Case
{
    public static void Run() => CallCentre.Call(Customers.Ada(), "Grace");
}
