// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The newsletter listens to the event of the sign-up form, not to the event of the ticket form, which is the same class.
using Ethics.Crm;

namespace PurposeBench.Cases.Delegates.EventOfOtherObject;

public sealed class Form
{
    public event Action<string>? Submitted;

    public void Submit(string address) => Submitted?.Invoke(address);
}

[ForPurpose("newsletter")]
public static class Recruiting
{
    public static void Listen(Form form) => form.Submitted += static address => Use.Newsletter(address);

    public static void SignUp(Form form, Customer customer) => form.Submit(customer.NewsletterEmail);
}

[ForPurpose("support")]
public static class Desk
{
    public static void Listen(Form form) => form.Submitted += static address => Use.Support(address);

    public static void Ask(Form form, Customer customer) => form.Submit(customer.Email);
}

public static class Case
{
    public static void Run()
    {
        Form signUp = new(), ticket = new();
        Recruiting.Listen(signUp);
        Desk.Listen(ticket);
        Recruiting.SignUp(signUp, Customers.Ada());
        Desk.Ask(ticket, Customers.Ada());
    }
}
