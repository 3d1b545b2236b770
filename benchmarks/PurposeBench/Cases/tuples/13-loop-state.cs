// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Income
// proof: differs
// why: A loop carries its state in a tuple; one half is the best income so far.
using Ethics.Crm;

namespace PurposeBench.Cases.Tuples.LoopState;

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
public static class Distribution
{
    public static void Plot(IEnumerable<Customer> customers)
    {
        var state = Top.Scan(customers);
        Use.Analytics(state.Seen);
        Use.Analytics(state.Best); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => Distribution.Plot([Customers.Ada()]);
}
