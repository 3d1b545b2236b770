// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Born
// proof: reaches
// why: A sorted set gives its smallest element back, and a set operation keeps it.
using Ethics.Crm;

namespace PurposeBench.Cases.Queues.SmallestOfSet;

[ForPurpose("support")]
public static class Ages
{
    public static SortedSet<DateOnly> Days(IEnumerable<Customer> customers)
    {
        var days = new SortedSet<DateOnly>();
        foreach (var customer in customers)
            days.Add(customer.Born);
        days.UnionWith([DateOnly.MaxValue]);
        return days;
    }
}

[ForPurpose("analytics")]
public static class Demography
{
    public static void Oldest(IEnumerable<Customer> customers) => Use.Analytics(Ages.Days(customers).Min); //! ECRM2002
}

public static class Case
{
    public static void Run() => Demography.Oldest([Customers.Ada()]);
}
