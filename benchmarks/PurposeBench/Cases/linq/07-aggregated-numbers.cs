// verdict: violation
// origin: open
// channel: log
// source: Customer.Phone
// proof: reaches
// why: Aggregate joins the numbers into one text, which is logged.
using Ethics.Crm;
using Microsoft.Extensions.Logging;

namespace PurposeBench.Cases.Linq.AggregatedNumbers;

[ForPurpose("support")]
public static class CallList
{
    public static void Prepare(IEnumerable<Customer> customers, ILogger logger)
    {
        var numbers = customers
            .Select(static customer => customer.Phone ?? "none")
            .Aggregate(static (all, number) => all + ", " + number);
        Use.Support(numbers);
        logger.LogInformation("Calling {Numbers}", numbers); //! ECRM3002
    }
}

public static class Case
{
    public static void Run() => CallList.Prepare([Customers.Other(), Customers.Ada()], Logs.Logger);
}
