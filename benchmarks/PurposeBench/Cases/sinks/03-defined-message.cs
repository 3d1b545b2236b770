// verdict: violation
// origin: open
// channel: log
// source: Customer.Phone
// proof: reaches
// why: The message is defined once as a delegate and invoked elsewhere.
using Ethics.Crm;
using Microsoft.Extensions.Logging;

namespace PurposeBench.Cases.Sinks.DefinedMessage;

public static class Messages
{
    public static readonly Action<ILogger, string, Exception?> Dialled =
        LoggerMessage.Define<string>(LogLevel.Information, new EventId(4, "Dialled"), "Dialled {Number}");
}

[ForPurpose("support")]
public sealed class Dialler(ILogger<Dialler> logger)
{
    public void Dial(Customer customer)
    {
        var number = customer.Phone!.Replace(" ", "");
        Messages.Dialled(logger, number, null); //! ECRM3002
    }
}

public static class Case
{
    public static void Run() => new Dialler(Logs.Of<Dialler>()).Dial(Customers.Ada());
}
