// verdict: clean
// origin: blind
// channel: log
// source: Customer.Email
// proof: reaches
// why: The clone is scrubbed before it is logged; the original goes on with the address.
using Ethics.Crm;
using Microsoft.Extensions.Logging;

namespace PurposeBench.Cases.Objects.ScrubbedClone;

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
        copy.ReplyTo = "(removed)";
        logger.LogInformation("Answering {ReplyTo} from {Queue}", copy.ReplyTo, copy.Queue);
        Use.Support(card.ReplyTo);
    }
}

public static class Case
{
    public static void Run() => new ReplyService(Logs.Of<ReplyService>()).Answer(Customers.Ada());
}
