// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Support returns a function that has captured the customer; the newsletter invokes it.
using Ethics.Crm;

namespace PurposeBench.Cases.Delegates.ReturnedFunction;

[ForPurpose("support")]
public static class Desk
{
    public static Func<string, string> Reader(Customer customer)
    {
        var prefix = "mailto:";
        return suffix => prefix + customer.Email + suffix;
    }
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(Customer customer)
    {
        var read = Desk.Reader(customer);
        var link = read("?subject=News"); //! ECRM2002
        Use.Newsletter(link);
    }
}

public static class Case
{
    public static void Run() => Issue.Send(Customers.Ada());
}
