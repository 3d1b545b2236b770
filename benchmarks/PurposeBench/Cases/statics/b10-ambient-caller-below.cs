// verdict: clean
// origin: blind
// channel: analytics
// source: Customer.Phone
// proof: reaches
// why: What an async method sets in the ambient context never flows back up to the one that awaited it.
using Ethics.Crm;

namespace PurposeBench.Cases.Statics.AmbientCallerBelow;

public static class Ambient
{
    public static readonly AsyncLocal<string?> Caller = new();
}

[ForPurpose("support")]
public static class HotlineRequest
{
    public static async Task HandleAsync(Customer customer)
    {
        await IdentifyAsync(customer);
        await Task.Yield();
        await VisitCounter.CountAsync("/help");
    }

    private static async Task IdentifyAsync(Customer customer)
    {
        Ambient.Caller.Value = customer.Phone;
        await Task.Yield();
    }
}

[ForPurpose("analytics")]
public static class VisitCounter
{
    public static async Task CountAsync(string page)
    {
        await Task.Yield();
        Use.Analytics(page + " " + (Ambient.Caller.Value ?? "anonymous"));
    }
}

public static class Case
{
    public static Task Run() => HotlineRequest.HandleAsync(Customers.Ada());
}
