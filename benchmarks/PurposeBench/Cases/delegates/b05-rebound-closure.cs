// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: A closure sees the variable, not the value it had when the closure was written: when it runs, it is the newsletter's address.
using Ethics.Crm;

namespace PurposeBench.Cases.Delegates.ReboundClosure;

[ForPurpose("support")]
public static class Confirmation
{
    public static void Send(string to) => Use.Support(to);
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(string to) => Use.Newsletter(to);
}

public static class Registration
{
    public static void Complete(Customer customer)
    {
        var address = customer.Email;
        var confirm = () => Confirmation.Send(address);
        confirm();

        Action first = () => Issue.Send(address);
        address = customer.NewsletterEmail;
        first();
    }
}

public static class Case
{
    public static void Run() => Registration.Complete(Customers.Ada());
}
