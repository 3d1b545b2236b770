// verdict: clean
// origin: blind
// channel: analytics
// source: Customer.Phone
// proof: differs
// why: The queue holds numbers; analytics is told its length, and whether the answer is there yet.
using System.Collections.Concurrent;
using Ethics.Crm;

namespace PurposeBench.Cases.Queues.HoldQueueLength;

[ForPurpose("support")]
public sealed class HoldQueue
{
    private readonly ConcurrentQueue<string> _numbers = new();

    public int Length => _numbers.Count;

    public bool HasNumber(Customer customer) => customer.Phone is not null;

    public void Hold(Customer customer)
    {
        if (customer.Phone is { } number)
            _numbers.Enqueue(number);
    }
}

[ForPurpose("analytics")]
public static class WallBoard
{
    public static void Show(HoldQueue queue, Customer next)
    {
        Use.Analytics($"{queue.Length} waiting");
        Use.Analytics(queue.HasNumber(next) ? "next one can be called back" : "next one is anonymous");
    }
}

public static class Case
{
    public static void Run()
    {
        var queue = new HoldQueue();
        queue.Hold(Customers.Ada());
        WallBoard.Show(queue, Customers.Ada());
    }
}
