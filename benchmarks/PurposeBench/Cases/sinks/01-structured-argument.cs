// verdict: violation
// origin: open
// channel: log
// source: Customer.Email
// proof: reaches
// why: The template names a placeholder; the value was carried there in an array of arguments.
using Ethics.Crm;
using Microsoft.Extensions.Logging;

namespace PurposeBench.Cases.Sinks.StructuredArgument;

[ForPurpose("support")]
public static class Audit
{
    public static void Closed(ILogger logger, int ticket, Customer customer)
    {
        object?[] arguments = [ticket, customer.Email];
        logger.LogWarning("Ticket {Ticket} of {Who} was closed", arguments); //! ECRM3002
    }
}

public static class Case
{
    public static void Run() => Audit.Closed(Logs.Logger, 12, Customers.Ada());
}
