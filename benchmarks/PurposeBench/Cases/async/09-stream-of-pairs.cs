// verdict: clean
// origin: open
// channel: analytics
// source: Customer.Note
// proof: differs
// why: The stream yields pairs; analytics uses the part that is no note.
using Ethics.Crm;

namespace PurposeBench.Cases.Async.StreamOfPairs;

[ForPurpose("support")]
public static class Journal
{
    public static async IAsyncEnumerable<(string Segment, string Note)> EntriesAsync(IEnumerable<Customer> customers)
    {
        foreach (var customer in customers)
        {
            await Task.Yield();
            yield return (customer.Segment, customer.Note);
        }
    }

    public static async Task ShowAsync(IEnumerable<Customer> customers)
    {
        await foreach (var (_, note) in EntriesAsync(customers))
            Use.Support(note);
    }
}

[ForPurpose("analytics")]
public static class Trends
{
    public static async Task FindAsync(IEnumerable<Customer> customers)
    {
        await foreach (var (segment, _) in Journal.EntriesAsync(customers))
            Use.Analytics(segment);
    }
}

public static class Case
{
    public static async Task Run()
    {
        await Journal.ShowAsync([Customers.Ada()]);
        await Trends.FindAsync([Customers.Ada()]);
    }
}
