// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Income
// proof: reaches
// why: The priority is a value like the element: whoever is richest is called first, and analytics learns how rich.
using Ethics.Crm;

namespace PurposeBench.Cases.Queues.IncomeAsPriority;

[ForPurpose("billing")]
public sealed class Callbacks
{
    public PriorityQueue<string, int> Waiting { get; } = new(Comparer<int>.Create(static (a, b) => b.CompareTo(a)));

    public void Promise(Customer customer, string ticket) => Waiting.Enqueue(ticket, customer.Income);
}

[ForPurpose("analytics")]
public static class Load
{
    public static void Next(Callbacks callbacks)
    {
        callbacks.Waiting.TryPeek(out var ticket, out var priority); //! ECRM2002
        Use.Analytics(ticket);
        Use.Analytics(priority);
    }
}

public static class Case
{
    public static void Run()
    {
        var callbacks = new Callbacks();
        callbacks.Promise(Customers.Ada(), "T-4711");
        Load.Next(callbacks);
    }
}
