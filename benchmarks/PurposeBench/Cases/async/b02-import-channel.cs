// verdict: violation
// origin: blind
// channel: analytics
// source: Customer.Note
// proof: reaches
// why: A channel between two workers delivers what the other one wrote.
using System.Threading.Channels;
using Ethics.Crm;

namespace PurposeBench.Cases.Async.B02ImportChannel;

[ForPurpose("support")]
public sealed class NoteImport(ChannelWriter<string> into)
{
    public async Task RunAsync(IEnumerable<Customer> rows)
    {
        foreach (var row in rows)
            await into.WriteAsync(row.Note.Trim());
        into.Complete();
    }
}

[ForPurpose("analytics")]
public sealed class WordCloud(ChannelReader<string> from)
{
    public async Task RunAsync()
    {
        while (await from.WaitToReadAsync())
        {
            while (from.TryRead(out var line)) //! ECRM2002
                Use.Analytics(line);
        }
    }
}

public static class Case
{
    public static async Task Run()
    {
        var lines = Channel.CreateUnbounded<string>();
        await Task.WhenAll(new NoteImport(lines.Writer).RunAsync([Customers.Ada()]), new WordCloud(lines.Reader).RunAsync());
    }
}
