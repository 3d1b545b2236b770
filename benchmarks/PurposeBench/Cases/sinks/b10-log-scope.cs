// verdict: violation
// origin: blind
// channel: log
// source: Customer.Card
// proof: reaches
// why: The state of a log scope is written beside each entry in it, so the card is in the log.
using Ethics.Crm;
using Microsoft.Extensions.Logging;

namespace PurposeBench.Cases.Sinks.B10LogScope;

public static class PaymentLabel
{
    public static string Of(Customer payer) => $"payer {payer.Id} by {payer.Card}";
}

[ForPurpose("billing")]
public sealed class DirectDebitRun(ILogger<DirectDebitRun> logger)
{
    public void Collect(IEnumerable<Customer> payers)
    {
        foreach (var payer in payers)
        {
            using (logger.BeginScope(PaymentLabel.Of(payer))) //! ECRM3002
                logger.LogInformation("collected");
        }
    }
}

public static class Case
{
    public static void Run() => new DirectDebitRun(Logs.Of<DirectDebitRun>()).Collect([Customers.Ada()]);
}
