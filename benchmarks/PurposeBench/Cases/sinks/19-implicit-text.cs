// verdict: violation
// origin: open
// channel: log
// source: Customer.Phone
// proof: reaches
// why: Interpolating an object calls its own text, which shows the number.
using Ethics.Crm;
using Microsoft.Extensions.Logging;

namespace PurposeBench.Cases.Sinks.ImplicitText;

public sealed class CallRequest(string? number)
{
    public DayOfWeek Day { get; init; }

    public override string ToString() => $"call {number} on {Day}";
}

[ForPurpose("support")]
public static class Planning
{
    public static CallRequest For(Customer customer) => new(customer.Phone) { Day = DayOfWeek.Friday };

    public static void Enqueue(CallRequest request) => Logs.Logger.LogInformation($"queued: {request}"); //! ECRM3002
}

public static class Case
{
    public static void Run() => Planning.Enqueue(Planning.For(Customers.Ada()));
}
