// verdict: violation
// origin: open
// channel: log
// source: Customer.Phone
// proof: reaches
// why: The text of a record is made of all its members, and the template makes a text of the record.
using Ethics.Crm;
using Microsoft.Extensions.Logging;

namespace PurposeBench.Cases.Strings.RecordText;

public sealed record CallJob(int Ticket, string? Number);

[ForPurpose("support")]
public sealed class Dialler(ILogger<Dialler> logger)
{
    public void Dial(Customer customer)
    {
        var job = new CallJob(4711, customer.Phone);
        Use.Support(job.Number);
        logger.LogInformation("Dialled {Job}", job); //! ECRM3002
    }
}

public static class Case
{
    public static void Run() => new Dialler(Logs.Of<Dialler>()).Dial(Customers.Ada());
}
