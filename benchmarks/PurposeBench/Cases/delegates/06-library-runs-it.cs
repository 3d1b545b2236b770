// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: A method of the framework calls support's method group for every element and returns what it returned.
using Ethics.Crm;

namespace PurposeBench.Cases.Delegates.LibraryRunsIt;

[ForPurpose("support")]
public static class Desk
{
    public static string Address(Customer customer) => customer.Email;
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(List<Customer> customers)
    {
        foreach (var to in customers.ConvertAll(Desk.Address)) //! ECRM2002
            Use.Newsletter(to);
    }
}

public static class Case
{
    public static void Run() => Issue.Send([Customers.Ada()]);
}
