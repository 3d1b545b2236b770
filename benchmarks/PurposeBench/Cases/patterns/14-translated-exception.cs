// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Support catches the exception that carries the address and throws one of the same type that carries none.
using Ethics.Crm;

namespace PurposeBench.Cases.Patterns.TranslatedException;

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
            throw new NotDeliveredException(customer.Email);
        }
        catch (NotDeliveredException e)
        {
            Use.Support(e.Address);
            throw new NotDeliveredException("(hidden)");
        }
    }
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
            Use.Newsletter(e.Address);
        }
    }
}

public static class Case
{
    public static void Run() => Issue.Send(Customers.Ada());
}
