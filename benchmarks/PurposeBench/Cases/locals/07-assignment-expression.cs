// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: An assignment is an expression: two locals hold the address afterwards.
using Ethics.Crm;

namespace PurposeBench.Cases.Locals.AssignmentExpression;

[ForPurpose("support")]
public static class Desk
{
    public static void Answer(Customer customer)
    {
        string replyTo, copyTo;
        Use.Support(copyTo = replyTo = customer.Email);
        Digest.Add(copyTo); //! ECRM2002
    }
}

[ForPurpose("newsletter")]
public static class Digest
{
    public static void Add(string address) => Use.Newsletter(address);
}

public static class Case
{
    public static void Run() => Desk.Answer(Customers.Ada());
}
