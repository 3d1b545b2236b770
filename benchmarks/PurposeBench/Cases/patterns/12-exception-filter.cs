// verdict: violation
// origin: open
// channel: log
// source: Customer.Email
// proof: reaches
// why: A filter logs what the exception carries before any handler runs.
using Ethics.Crm;
using Microsoft.Extensions.Logging;

namespace PurposeBench.Cases.Patterns.ExceptionFilter;

public sealed class BouncedException(string address) : Exception("Bounced")
{
    public string Address => address;
}

[ForPurpose("support")]
public static class Desk
{
    public static void Answer(Customer customer, ILogger logger)
    {
        try
        {
            throw new BouncedException(customer.Email);
        }
        catch (BouncedException e) when (Note(e, logger))
        {
            Use.Support("bounced");
        }
    }

    private static bool Note(BouncedException e, ILogger logger)
    {
        logger.LogWarning("No mailbox {Address}", e.Address); //! ECRM3002
        return true;
    }
}

public static class Case
{
    public static void Run() => Desk.Answer(Customers.Ada(), Logs.Logger);
}
