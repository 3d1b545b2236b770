// verdict: clean
// origin: blind
// channel: marketing
// source: Customer.Income
// proof: differs
// why: The anonymous rows hold the income beside the segment; only the segment goes to marketing.
using Ethics.Crm;

namespace PurposeBench.Cases.Linq.AnonymousHalves;

[ForPurpose("billing")]
public static class Instalments
{
    public static IEnumerable<string> Offer(IEnumerable<Customer> customers, IEnumerable<int> rates)
    {
        var rows = customers
            .Zip(rates, static (customer, rate) => new { customer.Segment, customer.Income, rate })
            .SelectMany(static row => new[] { row, row with { rate = row.rate * 2 } })
            .ToArray();

        foreach (var row in rows)
            Use.Billing(row.Income / row.rate);
        return rows.Select(static row => row.Segment).Distinct();
    }
}

[ForPurpose("marketing")]
public static class SegmentNews
{
    public static void Send(IEnumerable<Customer> customers)
    {
        foreach (var segment in Instalments.Offer(customers, [6, 12]))
            Use.Marketing(segment);
    }
}

public static class Case
{
    public static void Run() => SegmentNews.Send([Customers.Ada(), Customers.Other()]);
}
