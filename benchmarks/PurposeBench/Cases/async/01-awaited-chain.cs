// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Three async methods of support await each other; the newsletter awaits the outermost.
using Ethics.Crm;

namespace PurposeBench.Cases.Async.AwaitedChain;

[ForPurpose("support")]
public static class Desk
{
    public static async Task<string> AddressAsync(Customer customer) => (await LoadAsync(customer).ConfigureAwait(false)).Trim();

    private static async Task<string> LoadAsync(Customer customer)
    {
        await Task.Yield();
        return await ReadAsync(customer);
    }

    private static async ValueTask<string> ReadAsync(Customer customer)
    {
        await Task.CompletedTask;
        return customer.Email;
    }
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static async Task SendAsync(Customer customer)
    {
        var to = await Desk.AddressAsync(customer).ConfigureAwait(false); //! ECRM2002
        Use.Newsletter(to);
    }
}

public static class Case
{
    public static Task Run() => Issue.SendAsync(Customers.Ada());
}
