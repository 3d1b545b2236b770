// verdict: clean
// origin: open
// channel: research
// source: Customer.Note
// proof: reaches
// why: Both kinds of message go through one type of channel made by one factory; research reads the channel that it fills itself.
using System.Threading.Channels;
using Ethics.Crm;

namespace PurposeBench.Cases.Queues.OwnChannel;

public static class Lanes
{
    public static Channel<string> Open() => Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });
}

[ForPurpose("support")]
public static class Intake
{
    public static async Task<string> RunAsync(Channel<string> lane, Customer customer)
    {
        await lane.Writer.WriteAsync(customer.Note);
        Use.Support(await lane.Reader.ReadAsync());
        return "done";
    }
}

[ForPurpose("research")]
public static class Interviews
{
    public static async Task RunAsync(Channel<string> lane)
    {
        await lane.Writer.WriteAsync("question 1");
        Use.Research(await lane.Reader.ReadAsync());
    }
}

public static class Case
{
    public static async Task Run()
    {
        var (notes, questions) = (Lanes.Open(), Lanes.Open());
        await Intake.RunAsync(notes, Customers.Ada());
        await Interviews.RunAsync(questions);
    }
}
