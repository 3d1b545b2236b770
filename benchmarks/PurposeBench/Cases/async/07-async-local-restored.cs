// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: What an async method sets in an AsyncLocal ends with it; its caller, the newsletter, finds what was there before.
using Ethics.Crm;

namespace PurposeBench.Cases.Async.AsyncLocalRestored;

public static class Ambient
{
    public static AsyncLocal<string?> Address { get; } = new();
}

[ForPurpose("support")]
public static class Desk
{
    public static async Task CloseAsync(Customer customer)
    {
        Ambient.Address.Value = customer.Email;
        await Task.Yield();
        Use.Support(Ambient.Address.Value);
    }
}

[ForPurpose("newsletter")]
public static class Recruiting
{
    public static async Task WelcomeAsync(Customer customer)
    {
        await Desk.CloseAsync(customer);
        Use.Newsletter(Ambient.Address.Value ?? "nobody");
    }
}

public static class Case
{
    public static Task Run() => Recruiting.WelcomeAsync(Customers.Ada());
}
