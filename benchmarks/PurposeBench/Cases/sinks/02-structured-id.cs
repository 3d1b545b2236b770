// verdict: clean
// origin: open
// channel: log
// source: Customer.Email
// proof: reaches
// why: The same message with the number of the customer instead of the address.
using Ethics.Crm;
using Microsoft.Extensions.Logging;

namespace PurposeBench.Cases.Sinks.StructuredId;

[ForPurpose("support")]
public static class Audit
{
    public static void Closed(ILogger logger, int ticket, Customer customer)
    {
        object?[] arguments = [ticket, customer.Email];
        Use.Support(arguments[1]);
        arguments[1] = customer.Id;
        logger.LogWarning("Ticket {Ticket} of {Who} was closed", arguments);
    }
}

public static class Case
{
    public static void Run() => Audit.Closed(Logs.Logger, 12, Customers.Ada());
}
