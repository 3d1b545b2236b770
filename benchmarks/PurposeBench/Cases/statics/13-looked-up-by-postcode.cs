// verdict: violation
// origin: open
// channel: research
// source: Customer.Postcode
// proof: differs
// why: A static table is no secret, but what is looked up under a postcode tells the postcode.
using Ethics.Crm;

namespace PurposeBench.Cases.Statics.LookedUpByPostcode;

public static class Districts
{
    private static readonly Dictionary<string, string> Names =
        Enumerable.Range(0, 256).ToDictionary(static i => i.ToString("x2", null), static i => "district " + i);

    public static string Named(string code) => Names[code];
}

[ForPurpose("support")]
public static class Outages
{
    public static string District(Customer customer) => Districts.Named(customer.Postcode.Split('@')[0][^2..]);
}

[ForPurpose("research")]
public static class AreaStudy
{
    public static void Count(Customer customer)
    {
        var district = Outages.District(customer); //! ECRM2002
        Use.Research(district);
    }
}

public static class Case
{
    public static void Run() => AreaStudy.Count(Customers.Ada());
}
