// verdict: clean
// origin: open
// channel: analytics
// source: Customer.Income
// proof: reaches
// why: The same queue; only the element leaves it, and that is a ticket.
using Ethics.Crm;

namespace PurposeBench.Cases.Queues.ElementOfPriority;

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
        Use.Analytics(callbacks.Waiting.Count);
        Use.Analytics(callbacks.Waiting.Dequeue());
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
