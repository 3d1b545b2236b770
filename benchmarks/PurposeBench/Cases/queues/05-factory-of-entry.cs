// verdict: violation
// origin: open
// channel: research
// source: Customer.Postcode
// proof: reaches
// why: The entry is made by a factory that the dictionary calls, once.
using System.Collections.Concurrent;
using Ethics.Crm;

namespace PurposeBench.Cases.Queues.FactoryOfEntry;

[ForPurpose("support")]
public sealed class Areas
{
    private readonly ConcurrentDictionary<int, string> _areas = new();

    public string Of(Customer customer) => _areas.GetOrAdd(customer.Id, _ => customer.Postcode);

    public string Known(int id) => _areas.TryGetValue(id, out var area) ? area : "unknown";
}

[ForPurpose("research")]
public static class Density
{
    public static void Measure(Areas areas)
    {
        var area = areas.Known(7); //! ECRM2002
        Use.Research(area);
    }
}

public static class Case
{
    public static void Run()
    {
        var areas = new Areas();
        areas.Of(Customers.Ada());
        Density.Measure(areas);
    }
}
