// verdict: violation
// origin: blind
// channel: log
// source: Mandate.Account
// proof: reaches
// why: Only from the second attempt on does "previous" hold the account, and only then is it logged.
using Ethics.Crm;
using Microsoft.Extensions.Logging;

namespace PurposeBench.Cases.Locals.PreviousAttempt;

[DataSubject("payer")]
public sealed class Mandate
{
    [DataSubjectId]
    public int PayerId { get; init; }

    [DataCategory("financial.invoice"), CollectedFor("billing")]
    public string Account { get; init; } = "";
}

[ForPurpose("billing")]
public static class DirectDebit
{
    public static void Retry(Mandate mandate, ILogger logger)
    {
        var previous = "none";
        var current = "none";
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            previous = current;
            current = mandate.Account;
            Bank.Collect(current);
        }

        logger.LogWarning("Second attempt; the first was with {Previous}", previous); //! ECRM3002
    }
}

public static class Case
{
    public static void Run() => DirectDebit.Retry(new Mandate { PayerId = 7, Account = Mark.Text("Mandate.Account") }, Logs.Logger);
}
