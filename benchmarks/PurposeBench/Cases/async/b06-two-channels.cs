// verdict: clean
// origin: blind
// channel: analytics
// source: Customer.Note
// proof: reaches
// why: The worker reads the other channel, into which no note is ever written.
using System.Threading.Channels;
using Ethics.Crm;

namespace PurposeBench.Cases.Async.B06TwoChannels;

[ForPurpose("support")]
public sealed class RowImport(ChannelWriter<string> notes, ChannelWriter<string> segments)
{
    public async Task RunAsync(IEnumerable<Customer> rows)
    {
        foreach (var row in rows)
        {
            await notes.WriteAsync(row.Note);
            await segments.WriteAsync(row.Segment);
        }

        notes.Complete();
        segments.Complete();
    }
}

[ForPurpose("analytics")]
public sealed class SegmentCount(ChannelReader<string> from)
{
    public async Task RunAsync()
    {
        await foreach (var segment in from.ReadAllAsync())
            Use.Analytics(segment);
    }
}

public static class Case
{
    public static async Task Run()
    {
        var notes = Channel.CreateUnbounded<string>();
        var segments = Channel.CreateUnbounded<string>();
        await new RowImport(notes.Writer, segments.Writer).RunAsync([Customers.Ada()]);
        await new SegmentCount(segments.Reader).RunAsync();
    }
}
