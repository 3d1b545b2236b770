// verdict: clean
// origin: open
// channel: log
// source: Customer.Phone
// proof: differs
// why: The measurement is tagged with the segment and with whether there is a number.
using System.Diagnostics.Metrics;
using Ethics.Crm;

namespace PurposeBench.Cases.Sinks.TagOfMetricSegment;

[ForPurpose("support")]
public sealed class Switchboard
{
    private readonly Histogram<double> _minutes = Metering.Meter.CreateHistogram<double>("calls.minutes", "min");

    public void Answer(Customer customer, double minutes)
    {
        var number = customer.Phone;
        Use.Support(number);
        _minutes.Record(
            minutes,
            new KeyValuePair<string, object?>("segment", customer.Segment),
            new KeyValuePair<string, object?>("reachable", number is not null));
    }
}

public static class Case
{
    public static void Run() => new Switchboard().Answer(Customers.Ada(), 4.5);
}
