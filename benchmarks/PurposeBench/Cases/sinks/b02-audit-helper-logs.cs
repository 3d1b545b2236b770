// verdict: violation
// origin: blind
// channel: log
// source: Customer.Phone
// proof: reaches
// why: The helper writes to the log what its caller handed it.
using Ethics.Crm;
using Microsoft.Extensions.Logging;

namespace PurposeBench.Cases.Sinks.B02AuditHelperLogs;

public sealed class AuditTrail(ILogger logger)
{
    public void Happened(string what, int ticket) => logger.LogInformation("Ticket {Ticket}: {What}", ticket, what); //! ECRM3002
}

[ForPurpose("support")]
public sealed class CallBackDesk(AuditTrail audit)
{
    public void Dial(int ticket, Customer caller)
    {
        audit.Happened("dialling", ticket);
        audit.Happened("reached " + caller.Phone, ticket);
    }
}

public static class Case
{
    public static void Run() => new CallBackDesk(new AuditTrail(Logs.Logger)).Dial(4711, Customers.Ada());
}
