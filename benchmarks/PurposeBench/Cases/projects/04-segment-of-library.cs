// verdict: clean
// origin: open
// channel: analytics
// source: Customer.Street
// proof: differs
// why: The library's other stream reads the segment, which has no label.
using Ethics.Crm;

namespace PurposeBench.Cases.Projects.SegmentOfLibrary;

[ForPurpose("analytics")]
public static class SegmentReport
{
    public static async Task WriteAsync(IEnumerable<Customer> customers)
    {
        await foreach (var line in CustomerStream.SegmentsAsync(customers))
            Use.Analytics(line);
    }
}

public static class Case
{
    public static Task Run() => SegmentReport.WriteAsync([Customers.Ada(), Customers.Other()]);
}
