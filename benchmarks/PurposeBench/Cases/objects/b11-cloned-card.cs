// verdict: violation
// origin: blind
// channel: log
// source: Customer.Email
// proof: reaches
// why: The original is emptied, but the clone that was taken before it is logged.
using Ethics.Crm;
using Microsoft.Extensions.Logging;

namespace PurposeBench.Cases.Objects.ClonedCard;

public sealed class ReplyCard
{
    public string ReplyTo { get; set; } = "";

    public string Queue { get; set; } = "";

    public ReplyCard Clone() => (ReplyCard)MemberwiseClone();
}

[ForPurpose("support")]
public sealed class ReplyService(ILogger<ReplyService> logger)
{
    public void Answer(Customer customer)
    {
        var card = new ReplyCard { ReplyTo = customer.Email, Queue = "returns" };
        var copy = card.Clone();
        card.ReplyTo = "(removed)";
        logger.LogInformation("Answering {ReplyTo} from {Queue}", copy.ReplyTo, copy.Queue); //! ECRM3002
    }
}

public static class Case
{
    public static void Run() => new ReplyService(Logs.Of<ReplyService>()).Answer(Customers.Ada());
}
