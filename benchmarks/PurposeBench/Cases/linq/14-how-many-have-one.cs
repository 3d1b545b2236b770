// verdict: clean
// origin: open
// channel: analytics
// source: Customer.Phone
// proof: differs
// why: How many have given a number, and whether any has, are counts and null checks; they carry nothing.
using Ethics.Crm;

namespace PurposeBench.Cases.Linq.HowManyHaveOne;

[ForPurpose("support")]
public static class Coverage
{
    public static int WithNumber(IEnumerable<Customer> customers) => customers.Count(static customer => customer.Phone is not null);

    public static bool Any(IEnumerable<Customer> customers) => customers.Select(static customer => customer.Phone).Any();
}

[ForPurpose("analytics")]
public static class Dashboard
{
    public static void Show(IReadOnlyList<Customer> customers)
    {
        Use.Analytics(Coverage.WithNumber(customers));
        Use.Analytics(Coverage.Any(customers) ? "in use" : "not in use");
    }
}

public static class Case
{
    public static void Run() => Dashboard.Show([Customers.Ada(), Customers.Other()]);
}
