// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Email
// proof: differs
// why: The method that hides the domain is nobody's anonymizer: half of the address is still there.
using Ethics.Crm;

namespace PurposeBench.Cases.Cleared.WrongSanitiser;

public static class Addresses
{
    public static string HideDomain(string address) => address[..address.IndexOf('@')] + "@…";
}

[ForPurpose("support")]
public static class Desk
{
    public static string Handle(Customer customer) => Addresses.HideDomain(customer.Email);
}

[ForPurpose("analytics")]
public static class Visitors
{
    public static void Count(Customer customer)
    {
        var visitor = Desk.Handle(customer); //! ECRM2002
        Use.Analytics(visitor);
    }
}

public static class Case
{
    public static void Run() => Visitors.Count(Customers.Ada());
}
