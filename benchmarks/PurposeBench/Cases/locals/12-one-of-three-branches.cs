// verdict: violation
// origin: open
// channel: log
// source: Customer.Street
// proof: reaches
// why: Three branches meet in one variable, and it is logged where they have met.
using Ethics.Crm;
using Microsoft.Extensions.Logging;

namespace PurposeBench.Cases.Locals.OneOfThreeBranches;

[ForPurpose("billing")]
public static class Reminder
{
    public static void Send(Customer customer, int level, ILogger logger)
    {
        string where;
        if (level == 0)
            where = "portal";
        else if (level < 3)
            where = customer.Street;
        else
            where = "collection agency";

        Use.Billing(where);
        logger.LogWarning("Reminder {Level} went to {Where}", level, where); //! ECRM3002
    }
}

public static class Case
{
    public static void Run() => Reminder.Send(Customers.Ada(), level: 2, Logs.Logger);
}
