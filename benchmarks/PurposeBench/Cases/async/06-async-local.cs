// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Support sets an ambient value; the newsletter's code runs inside and reads it without an argument.
using Ethics.Crm;

namespace PurposeBench.Cases.Async.AsyncLocal;

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
        await Recruiting.WelcomeAsync();
    }
}

[ForPurpose("newsletter")]
public static class Recruiting
{
    public static async Task WelcomeAsync()
    {
        await Task.Yield();
        Use.Newsletter(Ambient.Address.Value); //! ECRM2002
    }
}

public static class Case
{
    public static Task Run() => Desk.CloseAsync(Customers.Ada());
}
