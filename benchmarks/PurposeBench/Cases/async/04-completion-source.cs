// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Support completes a promise with the address; the newsletter awaits the promise.
using Ethics.Crm;

namespace PurposeBench.Cases.Async.CompletionSource;

public sealed class Confirmation
{
    private readonly TaskCompletionSource<string> _confirmed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<string> Confirmed => _confirmed.Task;

    public void Confirm(string address) => _confirmed.TrySetResult(address);
}

[ForPurpose("support")]
public static class Desk
{
    public static void Confirm(Customer customer, Confirmation confirmation) => confirmation.Confirm(customer.Email);
}

[ForPurpose("newsletter")]
public static class Recruiting
{
    public static async Task WelcomeAsync(Confirmation confirmation)
    {
        var address = await confirmation.Confirmed; //! ECRM2002
        Use.Newsletter(address);
    }
}

public static class Case
{
    public static async Task Run()
    {
        var confirmation = new Confirmation();
        var welcome = Recruiting.WelcomeAsync(confirmation);
        Desk.Confirm(Customers.Ada(), confirmation);
        await welcome;
    }
}
