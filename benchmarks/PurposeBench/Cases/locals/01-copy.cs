// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: A copy in a local is the value.
using Ethics.Crm;

namespace PurposeBench.Cases.Locals.Copy;

[ForPurpose("support")]
public static class Desk
{
    public static string Address(Customer customer)
    {
        var copy = customer.Email;
        return copy;
    }
}

[ForPurpose("newsletter")]
public static class Job
{
    public static void Send(Customer customer) => Use.Newsletter(Desk.Address(customer)); //! ECRM2002
}

public static class Case
{
    public static void Run() => Job.Send(Customers.Ada());
}
