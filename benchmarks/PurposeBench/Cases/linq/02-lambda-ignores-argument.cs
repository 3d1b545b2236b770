// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: differs
// why: The projection runs once for each address and uses none of them.
using Ethics.Crm;

namespace PurposeBench.Cases.Linq.LambdaIgnoresArgument;

[ForPurpose("support")]
public static class Desk
{
    public static IEnumerable<string> Placeholders(IEnumerable<Customer> customers)
    {
        var addresses = customers.Select(static customer => customer.Email).ToList();
        Use.Support(addresses);
        return addresses.Select(static _ => "somebody");
    }
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(IEnumerable<Customer> customers)
    {
        foreach (var placeholder in Desk.Placeholders(customers))
            Use.Newsletter(placeholder);
    }
}

public static class Case
{
    public static void Run() => Issue.Send([Customers.Ada(), Customers.Other()]);
}
