// verdict: clean
// origin: blind
// channel: marketing
// source: Customer.Note
// proof: reaches
// why: The buffer holds records with two fields; the pipeline hands on the one that nobody told us about themselves.
using System.Threading.Channels;
using Ethics.Crm;

namespace PurposeBench.Cases.Queues.OtherTopic;

public readonly record struct Entry(string Product, string Note);

[ForPurpose("support")]
public static class Intake
{
    public static async Task FillAsync(ChannelWriter<Entry> entries, Customer customer)
    {
        await entries.WriteAsync(new Entry("Router 4", customer.Note));
        await entries.WriteAsync(new Entry("Cable", "no note"));
        entries.Complete();
    }

    public static async IAsyncEnumerable<string> ProductsAsync(ChannelReader<Entry> entries)
    {
        await foreach (var entry in entries.ReadAllAsync())
        {
            Use.Support(entry.Note);
            yield return entry.Product;
        }
    }
}

[ForPurpose("marketing")]
public static class Trends
{
    public static async Task WatchAsync(ChannelReader<Entry> entries)
    {
        var products = new SortedSet<string>();
        await foreach (var product in Intake.ProductsAsync(entries))
            products.Add(product);
        Use.Marketing(products.Max);
    }
}

public static class Case
{
    public static async Task Run()
    {
        var entries = Channel.CreateUnbounded<Entry>();
        await Intake.FillAsync(entries.Writer, Customers.Ada());
        await Trends.WatchAsync(entries.Reader);
    }
}
