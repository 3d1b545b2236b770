namespace PurposeBench.Cases.Projects.SegmentOfLibrary;

public static class CustomerStream
{
    public static IAsyncEnumerable<string> LinesAsync(IEnumerable<Customer> customers) => StreamAsync(customers, customer => customer.Street);

    public static IAsyncEnumerable<string> SegmentsAsync(IEnumerable<Customer> customers) => StreamAsync(customers, customer => customer.Segment);

    private static async IAsyncEnumerable<string> StreamAsync(IEnumerable<Customer> customers, Func<Customer, string> column)
    {
        foreach (var customer in customers)
        {
            await Task.Yield();
            yield return column(customer);
        }
    }
}
