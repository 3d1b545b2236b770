// verdict: clean
// origin: open
// channel: analytics
// source: Customer.Income
// proof: differs
// why: The other half of the same state counts rounds.
using Ethics.Crm;

namespace PurposeBench.Cases.Tuples.LoopCounter;

[ForPurpose("billing")]
public static class Top
{
    public static (int Seen, long Best) Scan(IEnumerable<Customer> customers)
    {
        var state = (Seen: 0, Best: 0L);
        foreach (var customer in customers)
            state = (state.Seen + 1, Math.Max(state.Best, customer.Income));
        return state;
    }
}

[ForPurpose("analytics")]
public static class Volume
{
    public static void Plot(IEnumerable<Customer> customers)
    {
        var state = Top.Scan(customers);
        Use.Analytics(state.Seen);
    }
}

public static class Case
{
    public static void Run() => Volume.Plot([Customers.Ada(), Customers.Other()]);
}
