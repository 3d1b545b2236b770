// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Boxing copies the struct, so what is assigned to the variable afterwards is not in the box.
using Ethics.Crm;

namespace PurposeBench.Cases.Refs.BoxedBefore;

public struct Header
{
    public string From;
    public string To;
}

[ForPurpose("support")]
public static class Desk
{
    public static object Prepare(Customer customer)
    {
        var header = new Header { From = "hello@fabrikam.example", To = "list@fabrikam.example" };
        object template = header;
        header.To = customer.Email;
        Use.Support(header.To);
        return template;
    }
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(Customer customer) => Use.Newsletter(((Header)Desk.Prepare(customer)).To);
}

public static class Case
{
    public static void Run() => Issue.Send(Customers.Ada());
}
