// verdict: clean
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: Through a queue into a member with the same label, and read there by support; marketing takes the count.
using System.Threading.Channels;
using Ethics.Crm;

namespace PurposeBench.Cases.Borders.EqualThroughQueue;

[DataSubject("caller")]
public sealed class CallBack
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("contact.phone"), CollectedFor("support")]
    public string? Number { get; init; }
}

[ForPurpose("support")]
public sealed class CallBacks(Channel<CallBack> channel)
{
    public ValueTask PlanAsync(Customer customer) => channel.Writer.WriteAsync(new CallBack { Id = customer.Id, Number = customer.Phone });

    public async Task DialAsync() => Use.Support((await channel.Reader.ReadAsync()).Number);
}

[ForPurpose("marketing")]
public static class Workload
{
    public static void Show(Channel<CallBack> channel) => Use.Marketing(channel.Reader.Count);
}

public static class Case
{
    public static async Task Run()
    {
        var channel = Channel.CreateUnbounded<CallBack>();
        var calls = new CallBacks(channel);
        await calls.PlanAsync(Customers.Ada());
        Workload.Show(channel);
        await calls.DialAsync();
    }
}
