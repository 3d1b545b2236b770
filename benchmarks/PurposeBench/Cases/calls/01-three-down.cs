// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The address is handed down by two undeclared methods before the third, which works for the newsletter, gets it.
using Ethics.Crm;

namespace PurposeBench.Cases.Calls.ThreeDown;

[ForPurpose("support")]
public static class Desk
{
    public static void Close(Customer customer)
    {
        Use.Support(customer.Id);
        Forms.AfterTicket(customer.Email, "router");
    }
}

// Declares nothing: it works for whoever calls it.
public static class Forms
{
    public static void AfterTicket(string to, string product) => Invite($"{to} ({product})", to.Length > 3);

    private static void Invite(string to, bool valid)
    {
        if (valid)
            Recruiting.Welcome(to); //! ECRM2002
    }
}

[ForPurpose("newsletter")]
public static class Recruiting
{
    public static void Welcome(string to) => Use.Newsletter(to);
}

public static class Case
{
    public static void Run() => Desk.Close(Customers.Ada());
}
