// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Street
// proof: reaches
// why: The factory of the shared cache reads an unlabelled member.
using System.Collections.Concurrent;
using Ethics.Crm;

namespace PurposeBench.Cases.Statics.B07CacheOfSegments;

public static class LabelCache
{
    private static readonly ConcurrentDictionary<int, string> Streets = new();
    private static readonly ConcurrentDictionary<int, string> Segments = new();

    public static string StreetOf(Customer customer) => Streets.GetOrAdd(customer.Id, _ => customer.Street);

    public static string SegmentOf(Customer customer) => Segments.GetOrAdd(customer.Id, _ => customer.Segment);
}

[ForPurpose("billing")]
public static class InvoiceRun
{
    public static void Print(Customer customer) => Use.Billing(LabelCache.StreetOf(customer));
}

[ForPurpose("newsletter")]
public static class CatalogueMailing
{
    public static void Print(Customer customer) => Use.Newsletter(LabelCache.SegmentOf(customer));
}

public static class Case
{
    public static void Run()
    {
        var customer = Customers.Ada();
        InvoiceRun.Print(customer);
        CatalogueMailing.Print(customer);
    }
}
