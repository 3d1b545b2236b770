// verdict: violation
// origin: blind
// channel: marketing
// source: Customer.Postcode
// proof: reaches
// why: Half of a compound key is the postcode; marketing takes the pairs of the table apart.
using Ethics.Crm;

namespace PurposeBench.Cases.Tuples.CompoundKeys;

[ForPurpose("billing")]
public static class Turnover
{
    public static Dictionary<(string Area, int Year), decimal> ByArea(IEnumerable<Customer> customers)
    {
        var turnover = new Dictionary<(string, int), decimal>();
        foreach (var customer in customers)
        {
            var key = (customer.Postcode, Year: 2026);
            turnover[key] = turnover.GetValueOrDefault(key) + 99m;
        }

        return turnover;
    }
}

[ForPurpose("marketing")]
public static class DoorDrop
{
    public static void Plan(IEnumerable<Customer> customers)
    {
        foreach (var ((area, year), amount) in Turnover.ByArea(customers)) //! ECRM2002
            Use.Marketing($"{area} {year}: {amount}");
    }
}

public static class Case
{
    public static void Run() => DoorDrop.Plan([Customers.Ada()]);
}
