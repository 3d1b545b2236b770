// verdict: violation
// origin: open
// channel: exception
// source: Customer.Card
// proof: reaches
// why: Thrown into a bag and taken out for the message of the exception.
using System.Collections.Concurrent;
using Ethics.Crm;

namespace PurposeBench.Cases.Queues.BagAndBack;

[ForPurpose("billing")]
public sealed class Settlement
{
    private readonly ConcurrentBag<string> _open = [];

    public void Queue(Customer customer) => _open.Add(customer.Card);

    public void Settle()
    {
        while (_open.TryTake(out var card))
            throw new InvalidOperationException("Not settled: " + card); //! ECRM3003
    }
}

public static class Case
{
    public static void Run()
    {
        var settlement = new Settlement();
        settlement.Queue(Customers.Ada());
        settlement.Settle();
    }
}
