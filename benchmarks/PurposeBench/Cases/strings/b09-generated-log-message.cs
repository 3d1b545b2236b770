// verdict: violation
// origin: blind
// channel: log
// source: Customer.Phone
// proof: reaches
// why: The method that the compiler writes for a log message logs what it is given.
using Ethics.Crm;
using Microsoft.Extensions.Logging;

namespace PurposeBench.Cases.Strings.GeneratedLogMessage;

public static partial class CallLog
{
    [LoggerMessage(EventId = 41, Level = LogLevel.Information, Message = "Agent {Agent} is calling {Number}")]
    public static partial void Calling(ILogger logger, string agent, string number);
}

[ForPurpose("support")]
public sealed class CallCentre(ILogger<CallCentre> logger)
{
    public void Call(Customer customer, string agent)
    {
        var number = customer.Phone?.Replace(" ", "", StringComparison.Ordinal) ?? "-";
        CallLog.Calling(logger, agent, number); //! ECRM3002
        Use.Support(number);
    }
}

public static class Case
{
    public static void Run() => new CallCentre(Logs.Of<CallCentre>()).Call(Customers.Ada(), "Grace");
}
