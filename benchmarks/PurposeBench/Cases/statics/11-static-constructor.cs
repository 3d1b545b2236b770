// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The static constructor of a class that is only asked for a number subscribes the newsletter to support's event.
using Ethics.Crm;

namespace PurposeBench.Cases.Statics.StaticConstructor;

[ForPurpose("support")]
public static class Desk
{
    public static event Action<string>? Closed;

    public static void Close(Customer customer) => Closed?.Invoke(customer.Email); //! ECRM2002
}

[ForPurpose("newsletter")]
public static class Recruiting
{
    static Recruiting() => Desk.Closed += Welcome;

    public static int Issue { get; } = 12;

    private static void Welcome(string to) => Use.Newsletter(to);
}

public static class Case
{
    public static void Run()
    {
        Use.Stored("Issue.Number", Recruiting.Issue);
        Desk.Close(Customers.Ada());
    }
}
