// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Street
// proof: reaches
// why: The factory of a shared cache reads for the code that asks the cache.
using System.Collections.Concurrent;
using Ethics.Crm;

namespace PurposeBench.Cases.Statics.B04CachedLabel;

public static class LabelCache
{
    private static readonly ConcurrentDictionary<int, string> Labels = new();

    public static void Empty() => Labels.Clear();

    public static string For(Customer customer) =>
        Labels.GetOrAdd(customer.Id, _ => "To " + customer.Street); //! ECRM2003
}

[ForPurpose("newsletter")]
public static class CatalogueMailing
{
    public static void Print(Customer customer)
    {
        var label = LabelCache.For(customer);
        Use.Newsletter(label);
    }
}

public static class Case
{
    public static void Run()
    {
        LabelCache.Empty();
        CatalogueMailing.Print(Customers.Ada());
    }
}
