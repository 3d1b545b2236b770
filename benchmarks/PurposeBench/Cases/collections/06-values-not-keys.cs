// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The keys are addresses, the values are products; the newsletter goes over the values.
using Ethics.Crm;

namespace PurposeBench.Cases.Collections.ValuesNotKeys;

[ForPurpose("support")]
public static class Devices
{
    public static Dictionary<string, string> ByAddress(IEnumerable<Customer> customers)
    {
        Dictionary<string, string> devices = [];
        foreach (var customer in customers)
            devices[customer.Email] = devices.Count == 0 ? "Router 4" : "Router 5";
        return devices;
    }
}

[ForPurpose("newsletter")]
public static class Popular
{
    public static void List(IEnumerable<Customer> customers)
    {
        foreach (var device in Devices.ByAddress(customers).Values)
            Use.Newsletter(device);
    }
}

public static class Case
{
    public static void Run() => Popular.List([Customers.Ada(), Customers.Other()]);
}
