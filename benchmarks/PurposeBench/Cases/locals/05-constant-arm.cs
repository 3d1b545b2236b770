// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The constant decides at compile time: the half with the customer's address never runs.
using Ethics.Crm;

namespace PurposeBench.Cases.Locals.ConstantArm;

[ForPurpose("support")]
public static class TestMailing
{
    private const bool Rehearsal = true;

    public static string To(Customer customer)
    {
        var to = Rehearsal ? "rehearsal@fabrikam.example" : customer.Email;
        return to;
    }
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(Customer customer) => Use.Newsletter(TestMailing.To(customer));
}

public static class Case
{
    public static void Run() => Issue.Send(Customers.Ada());
}
