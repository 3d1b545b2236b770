// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Phone
// proof: reaches
// why: Of each pair in the stream only the half without the phone is used.
using Ethics.Crm;

namespace PurposeBench.Cases.Async.B05QueueNumbersOnly;

public sealed record Ticket(int Number, Customer Caller);

[ForPurpose("support")]
public sealed class CallBackQueue(IReadOnlyList<Ticket> open)
{
    public async IAsyncEnumerable<(int Number, string? Phone)> WaitingAsync()
    {
        foreach (var ticket in open)
        {
            await Task.Yield();
            yield return (ticket.Number, ticket.Caller.Phone);
        }
    }
}

[ForPurpose("newsletter")]
public sealed class SatisfactionSurvey(CallBackQueue queue)
{
    public async Task SendAsync()
    {
        await foreach (var waiting in queue.WaitingAsync())
            Use.Newsletter("How did we do with ticket " + waiting.Number + "?");
    }
}

public static class Case
{
    public static Task Run() => new SatisfactionSurvey(new CallBackQueue([new Ticket(4711, Customers.Ada())])).SendAsync();
}
