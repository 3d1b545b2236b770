// verdict: violation
// origin: open
// channel: log
// source: Customer.Name
// proof: reaches
// why: What a logging scope is opened with is written beside every entry in it.
using Ethics.Crm;
using Microsoft.Extensions.Logging;

namespace PurposeBench.Cases.Sinks.LogScope;

[ForPurpose("billing")]
public static class Dunning
{
    public static void Remind(Customer customer)
    {
        var subject = "reminder for " + customer.Name;
        using (Logs.Logger.BeginScope(subject)) //! ECRM3002
            Logs.Logger.LogInformation("sent");
    }
}

public static class Case
{
    public static void Run() => Dunning.Remind(Customers.Ada());
}
