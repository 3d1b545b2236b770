// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The variable comes back from the ref call with another value than it went in with.
using Ethics.Crm;

namespace PurposeBench.Cases.Refs.RefReset;

public static class Addressing
{
    public static void Replace(ref string address, string by, out int changes)
    {
        changes = 1;
        address = by;
    }
}

public static class Registration
{
    // Declares nothing; what it reads goes to code that does.
    public static void Complete(Customer customer)
    {
        var address = customer.Email;
        Confirmation.Send(address);

        Addressing.Replace(ref address, customer.NewsletterEmail, out var changes);
        FirstIssue.Send(address, changes);
    }
}

[ForPurpose("support")]
public static class Confirmation
{
    public static void Send(string to) => Use.Support(to);
}

[ForPurpose("newsletter")]
public static class FirstIssue
{
    public static void Send(string to, int changes) => Use.Newsletter($"{to} ({changes})");
}

public static class Case
{
    public static void Run() => Registration.Complete(Customers.Ada());
}
