// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The method of support is found by its name and invoked by reflection.
using Ethics.Crm;

namespace PurposeBench.Cases.Dispatch.InvokedByName;

[ForPurpose("support")]
public static class Desk
{
    public static string Address(Customer customer, string format) => string.Format(null, format, customer.Email);
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(Customer customer)
    {
        var method = typeof(Desk).GetMethod(nameof(Desk.Address))!;
        var to = (string?)method.Invoke(null, [customer, "<{0}>"]); //! ECRM2002
        Use.Newsletter(to);
    }
}

public static class Case
{
    public static void Run() => Issue.Send(Customers.Ada());
}
