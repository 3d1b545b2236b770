// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: What stands behind a condition that is false at compile time, or behind a return, is never assigned.
using Ethics.Crm;

namespace PurposeBench.Cases.Locals.DeadStatements;

[ForPurpose("support")]
public static class Migration
{
    private const int Schema = 4;

    public static string Address(Customer customer)
    {
        var address = "list@fabrikam.example";
        if (Schema < 3)
            address = customer.Email;
        while (false)
            address += customer.Email;
        switch (Schema)
        {
            case 4:
                return address;
            default:
                address = customer.Email;
                break;
        }

        return address;
    }
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(Customer customer) => Use.Newsletter(Migration.Address(customer));
}

public static class Case
{
    public static void Run() => Issue.Send(Customers.Ada());
}
