// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Two promises of one class; support completes one with the address, the other is the newsletter's own.
using Ethics.Crm;

namespace PurposeBench.Cases.Async.OtherCompletionSource;

public sealed class Confirmation
{
    private readonly TaskCompletionSource<string> _confirmed = new();

    public Task<string> Confirmed => _confirmed.Task;

    public void Confirm(string address) => _confirmed.SetResult(address);
}

[ForPurpose("support")]
public static class Desk
{
    public static async Task AnswerAsync(Customer customer, Confirmation confirmation)
    {
        confirmation.Confirm(customer.Email);
        Use.Support(await confirmation.Confirmed);
    }
}

[ForPurpose("newsletter")]
public static class Recruiting
{
    public static async Task WelcomeAsync(Customer customer, Confirmation confirmation)
    {
        confirmation.Confirm(customer.NewsletterEmail);
        Use.Newsletter(await confirmation.Confirmed);
    }
}

public static class Case
{
    public static async Task Run()
    {
        await Desk.AnswerAsync(Customers.Ada(), new Confirmation());
        await Recruiting.WelcomeAsync(Customers.Ada(), new Confirmation());
    }
}
