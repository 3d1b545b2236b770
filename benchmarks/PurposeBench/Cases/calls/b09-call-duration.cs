// verdict: clean
// origin: blind
// channel: analytics
// source: Customer.Phone
// proof: differs
// why: The local function returns the number to support; the async method around it returns how long the call took.
using Ethics.Crm;

namespace PurposeBench.Cases.Calls.CallDuration;

[ForPurpose("support")]
public static class CallCentre
{
    public static async Task<TimeSpan> CallAsync(Customer customer, CancellationToken cancellationToken = default)
    {
        var rings = 0;
        while (!await RingAsync(Number()))
            rings++;
        return TimeSpan.FromSeconds(5 * rings);

        string Number() => customer.Phone ?? throw new InvalidOperationException("No number to call");

        async ValueTask<bool> RingAsync(string number)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            Use.Support(number);
            return rings == 3;
        }
    }
}

[ForPurpose("analytics")]
public static class Durations
{
    public static async Task MeasureAsync(Customer customer)
    {
        var duration = await CallCentre.CallAsync(customer).ConfigureAwait(false);
        Use.Analytics(duration.TotalSeconds);
    }
}

public static class Case
{
    public static Task Run() => Durations.MeasureAsync(Customers.Ada());
}
