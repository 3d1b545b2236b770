// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: An exception carries the address in a property up through two methods to a handler of the newsletter.
using Ethics.Crm;

namespace PurposeBench.Cases.Patterns.ExceptionProperty;

public sealed class NotDeliveredException(string address) : Exception("Not delivered")
{
    public string Address { get; } = address;
}

[ForPurpose("support")]
public static class Desk
{
    public static void Answer(Customer customer)
    {
        try
        {
            Deliver(customer);
        }
        finally
        {
            Use.Support("tried");
        }
    }

    private static void Deliver(Customer customer) => throw new NotDeliveredException(customer.Email);
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(Customer customer)
    {
        try
        {
            Desk.Answer(customer);
        }
        catch (NotDeliveredException e)
        {
            Use.Newsletter(e.Address); //! ECRM2002
        }
    }
}

public static class Case
{
    public static void Run() => Issue.Send(Customers.Ada());
}
