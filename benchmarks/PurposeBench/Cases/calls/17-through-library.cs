// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The address passes through a helper of another project that returns it.
using Ethics.Crm;

namespace PurposeBench.Cases.Calls.ThroughLibrary;

[ForPurpose("support")]
public static class Desk
{
    public static string Sender(Customer customer) => Texts.Quote(customer.Email);
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(Customer customer)
    {
        var to = Desk.Sender(customer); //! ECRM2002
        Use.Newsletter(to);
    }
}

public static class Case
{
    public static void Run() => Issue.Send(Customers.Ada());
}
