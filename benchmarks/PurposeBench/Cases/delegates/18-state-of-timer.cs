// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: A timer keeps the address as its state; the callback hands the state to the newsletter.
using Ethics.Crm;

namespace PurposeBench.Cases.Delegates.StateOfTimer;

[ForPurpose("support")]
public static class Reminders
{
    public static Timer Start(Customer customer, Welcome welcome)
    {
        Use.Support(customer.Email);
        return new Timer(
            state => welcome.Send((string)state!), //! ECRM2002
            customer.Email,
            TimeSpan.Zero,
            Timeout.InfiniteTimeSpan);
    }
}

[ForPurpose("newsletter")]
public sealed class Welcome
{
    private readonly TaskCompletionSource _sent = new();

    public Task Sent => _sent.Task;

    public void Send(string to)
    {
        Use.Newsletter(to);
        _sent.SetResult();
    }
}

public static class Case
{
    public static async Task Run()
    {
        var welcome = new Welcome();
        await using var timer = Reminders.Start(Customers.Ada(), welcome);
        await welcome.Sent;
    }
}
