// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Support produces, the newsletter consumes until the collection is complete.
using System.Collections.Concurrent;
using Ethics.Crm;

namespace PurposeBench.Cases.Queues.BlockingCollection;

[ForPurpose("support")]
public static class Producer
{
    public static void Fill(BlockingCollection<string> addresses, Customer customer)
    {
        addresses.Add(customer.Email);
        addresses.CompleteAdding();
    }
}

[ForPurpose("newsletter")]
public static class Consumer
{
    public static void Drain(BlockingCollection<string> addresses)
    {
        foreach (var address in addresses.GetConsumingEnumerable()) //! ECRM2002
            Use.Newsletter(address);
    }
}

public static class Case
{
    public static void Run()
    {
        using var addresses = new BlockingCollection<string>(boundedCapacity: 10);
        Producer.Fill(addresses, Customers.Ada());
        Consumer.Drain(addresses);
    }
}
