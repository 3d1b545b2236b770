// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: A method group projects customers to addresses in support; the newsletter takes the first of the list.
using Ethics.Crm;

namespace PurposeBench.Cases.Linq.MethodChain;

[ForPurpose("support")]
public static class Desk
{
    public static List<string> Addresses(IEnumerable<Customer> customers) =>
        customers.Where(static customer => customer.Segment == "standard").Select(Format).ToList();

    private static string Format(Customer customer) => customer.Email.Trim();
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(IEnumerable<Customer> customers)
    {
        var first = Desk.Addresses(customers).First(); //! ECRM2002
        Use.Newsletter(first);
    }
}

public static class Case
{
    public static void Run() => Issue.Send([Customers.Ada()]);
}
