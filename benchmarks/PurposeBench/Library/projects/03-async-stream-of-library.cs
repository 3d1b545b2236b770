namespace PurposeBench.Cases.Projects.AsyncStreamOfLibrary;

public static class AddressStream
{
    public static async IAsyncEnumerable<string> LinesAsync(IEnumerable<Customer> customers)
    {
        foreach (var customer in customers)
        {
            await Task.Yield();
            yield return Line(customer);
        }
    }

    private static string Line(Customer customer) => string.Concat(customer.Id.ToString(), ": ", customer.Street);
}
