// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The static constructor would subscribe the newsletter, but nothing touches its class, so that it never runs.
using Ethics.Crm;

namespace PurposeBench.Cases.Statics.StaticConstructorNeverRuns;

[ForPurpose("support")]
public static class Desk
{
    public static event Action<string>? Closed;

    public static void Close(Customer customer)
    {
        Closed += static address => Use.Support(address);
        Closed.Invoke(customer.Email);
        Closed = null;
    }
}

[ForPurpose("newsletter")]
public static class Recruiting
{
    static Recruiting() => Desk.Closed += Welcome;

    public const int Issue = 12;

    private static void Welcome(string to) => Use.Newsletter(to);
}

[ForPurpose("newsletter")]
public static class Edition
{
    // A constant is copied by the compiler: reading it touches no class.
    public static void Send() => Use.Newsletter(Recruiting.Issue);
}

public static class Case
{
    public static void Run()
    {
        Edition.Send();
        Desk.Close(Customers.Ada());
    }
}
