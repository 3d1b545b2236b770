// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: differs
// why: A helper of another project is given the address and returns its other argument.
using Ethics.Crm;

namespace PurposeBench.Cases.Calls.LibraryIgnores;

[ForPurpose("support")]
public static class Desk
{
    public static string Topic(Customer customer) => Texts.Label(customer.Email, "router");
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Write(Customer customer) => Use.Newsletter(Desk.Topic(customer));
}

public static class Case
{
    public static void Run() => Issue.Write(Customers.Ada());
}
