// verdict: clean
// origin: open
// channel: research
// source: Customer.Born
// proof: differs
// why: Only support calls the helper that reads the day; research calls its neighbour.
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.HelperOfOneCaller;

public static class Ages
{
    public static int In(int year, Customer customer) => year - customer.Born.Year;

    public static int Between(int year, int other) => year - other;
}

[ForPurpose("support")]
public static class Greeting
{
    public static void Show(Customer customer) => Use.Support(Ages.In(2026, customer));
}

[ForPurpose("research")]
public static class Cohort
{
    public static void Show(Customer customer) => Use.Research(customer.Id + Ages.Between(2026, 2000));
}

public static class Case
{
    public static void Run()
    {
        Greeting.Show(Customers.Ada());
        Cohort.Show(Customers.Ada());
    }
}
