// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: What was overwritten does not go on.
using Ethics.Crm;

namespace PurposeBench.Cases.Locals.Overwritten;

[ForPurpose("support")]
public static class Desk
{
    public static string Address(Customer customer)
    {
        var copy = customer.Email;
        copy = "nobody";
        return copy;
    }
}

[ForPurpose("newsletter")]
public static class Job
{
    public static void Send(Customer customer) => Use.Newsletter(Desk.Address(customer));
}

public static class Case
{
    public static void Run() => Job.Send(Customers.Ada());
}
