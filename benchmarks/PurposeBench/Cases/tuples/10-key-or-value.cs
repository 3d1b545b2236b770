// verdict: clean
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: Each pair of a dictionary is deconstructed; marketing takes the product, which is the value, and leaves the number, which is the key.
using Ethics.Crm;

namespace PurposeBench.Cases.Tuples.KeyOrValue;

[ForPurpose("support")]
public static class OpenCalls
{
    public static Dictionary<string, string> ByNumber(IEnumerable<Customer> customers)
    {
        var calls = new Dictionary<string, string>();
        foreach (var customer in customers)
            calls.Add(customer.Phone ?? "", "Router " + calls.Count);
        return calls;
    }
}

[ForPurpose("marketing")]
public static class Demand
{
    public static void Measure(IEnumerable<Customer> customers)
    {
        foreach (var (_, product) in OpenCalls.ByNumber(customers))
            Use.Marketing(product);
    }
}

public static class Case
{
    public static void Run() => Demand.Measure([Customers.Ada(), Customers.Other()]);
}
