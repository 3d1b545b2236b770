// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Born
// proof: reaches
// why: The backlog is sorted by day of birth; the newsletter takes the smallest key of it.
using System.Collections.Immutable;
using Ethics.Crm;

namespace PurposeBench.Cases.Queues.SortedBacklog;

[ForPurpose("support")]
public static class Seniors
{
    public static ImmutableSortedDictionary<DateOnly, ImmutableQueue<int>> First(IEnumerable<Customer> customers)
    {
        var backlog = ImmutableSortedDictionary<DateOnly, ImmutableQueue<int>>.Empty;
        foreach (var customer in customers)
        {
            var waiting = backlog.GetValueOrDefault(customer.Born, ImmutableQueue<int>.Empty);
            backlog = backlog.SetItem(customer.Born, waiting.Enqueue(customer.Id));
        }

        return backlog;
    }
}

[ForPurpose("newsletter")]
public static class Anniversaries
{
    public static void Congratulate(Customer customer)
    {
        var oldest = Seniors.First([customer]).First();
        Use.Newsletter(oldest.Value.Peek());
        Use.Newsletter(oldest.Key); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => Anniversaries.Congratulate(Customers.Ada());
}
