// verdict: clean
// origin: open
// channel: analytics
// source: Customer.Email
// proof: differs
// why: The same shape, with a method that says why its result is nobody's address.
using Ethics.Crm;

namespace PurposeBench.Cases.Cleared.RightSanitiser;

public static class Addresses
{
    [Anonymizes("keeps the kind of the domain only")]
    public static string Kind(string address) => address.EndsWith(".example", StringComparison.Ordinal) ? "company" : "private";
}

[ForPurpose("support")]
public static class Desk
{
    public static string Handle(Customer customer) => Addresses.Kind(customer.Email);
}

[ForPurpose("analytics")]
public static class Visitors
{
    public static void Count(Customer customer)
    {
        var visitor = Desk.Handle(customer);
        Use.Analytics(visitor);
    }
}

public static class Case
{
    public static void Run() => Visitors.Count(Customers.Ada());
}
