// verdict: violation
// origin: open
// channel: log
// source: Customer.Phone
// proof: reaches
// why: A tag of a measurement goes wherever the metrics of the program are kept.
using System.Diagnostics.Metrics;
using Ethics.Crm;

namespace PurposeBench.Cases.Sinks.TagOfMetric;

[ForPurpose("support")]
public sealed class Switchboard
{
    private readonly Counter<long> _answered = Metering.Meter.CreateCounter<long>("calls.answered");

    public void Answer(Customer customer)
    {
        var number = customer.Phone;
        Use.Support(number);
        _answered.Add(1, new KeyValuePair<string, object?>("caller", number)); //! ECRM3002
    }
}

public static class Case
{
    public static void Run() => new Switchboard().Answer(Customers.Ada());
}
