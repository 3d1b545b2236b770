// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: An exception is caught by support, kept, and thrown again where the newsletter catches it.
using System.Runtime.ExceptionServices;
using Ethics.Crm;

namespace PurposeBench.Cases.Patterns.ThrownElsewhere;

public sealed class BouncedException(string address) : Exception("The mail came back")
{
    public string Address => address;
}

[ForPurpose("support")]
public static class Postmaster
{
    public static ExceptionDispatchInfo? Answer(Customer customer)
    {
        try
        {
            throw new BouncedException(customer.Email);
        }
        catch (BouncedException e)
        {
            return ExceptionDispatchInfo.Capture(e);
        }
    }
}

[ForPurpose("newsletter")]
public static class Readers
{
    public static void Check(ExceptionDispatchInfo? bounced)
    {
        try
        {
            bounced?.Throw();
        }
        catch (BouncedException e)
        {
            Use.Newsletter(e.Address); //! ECRM2002
        }
    }
}

public static class Case
{
    public static void Run() => Readers.Check(Postmaster.Answer(Customers.Ada()));
}
