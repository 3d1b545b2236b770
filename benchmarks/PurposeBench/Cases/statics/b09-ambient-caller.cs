// verdict: violation
// origin: blind
// channel: analytics
// source: Customer.Phone
// proof: reaches
// why: What is set in the ambient context flows down into every call awaited after it.
using Ethics.Crm;

namespace PurposeBench.Cases.Statics.AmbientCaller;

public static class Ambient
{
    public static readonly AsyncLocal<string?> Caller = new();
}

[ForPurpose("support")]
public static class HotlineRequest
{
    public static async Task HandleAsync(Customer customer)
    {
        Ambient.Caller.Value = customer.Phone;
        await Task.Yield();
        await VisitCounter.CountAsync("/help");
    }
}

[ForPurpose("analytics")]
public static class VisitCounter
{
    public static async Task CountAsync(string page)
    {
        await Task.Yield();
        Use.Analytics(page + " " + (Ambient.Caller.Value ?? "anonymous")); //! ECRM2002
    }
}

public static class Case
{
    public static Task Run() => HotlineRequest.HandleAsync(Customers.Ada());
}
