// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Phone
// proof: reaches
// why: An async stream hands on what it was made from, element by element.
using System.Runtime.CompilerServices;
using Ethics.Crm;

namespace PurposeBench.Cases.Async.B01CallBackStream;

public sealed record Ticket(int Number, Customer Caller);

[ForPurpose("support")]
public sealed class CallBackQueue(IReadOnlyList<Ticket> open)
{
    public async IAsyncEnumerable<string> NumbersAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var ticket in open)
        {
            await Task.Yield();
            if (!cancellationToken.IsCancellationRequested && ticket.Caller.Phone is { } number)
                yield return number;
        }
    }
}

[ForPurpose("newsletter")]
public sealed class SmsInvitation(CallBackQueue queue)
{
    public async Task SendAsync()
    {
        await foreach (var number in queue.NumbersAsync()) //! ECRM2002
            Use.Newsletter(number);
    }
}

public static class Case
{
    public static Task Run() => new SmsInvitation(new CallBackQueue([new Ticket(4711, Customers.Ada())])).SendAsync();
}
