// verdict: violation
// origin: blind
// channel: research
// source: Customer.Note
// proof: reaches
// why: Only the second tier's queue holds notes, and the study drains that one.
using System.Collections.Concurrent;
using Ethics.Crm;

namespace PurposeBench.Cases.Queues.EscalationLadder;

public enum Tier { First, Second }

public sealed record Escalation(int CustomerId, string Text);

public sealed class Ladder
{
    private readonly Dictionary<Tier, ConcurrentQueue<Escalation>> _tiers = new()
    {
        [Tier.First] = new(),
        [Tier.Second] = new(),
    };

    public ConcurrentQueue<Escalation> this[Tier tier] => _tiers[tier];
}

[ForPurpose("support")]
public sealed class FrontDesk(Ladder ladder)
{
    public void Take(Customer customer)
    {
        ladder[Tier.First].Enqueue(new Escalation(customer.Id, customer.Segment));
        ladder[Tier.Second].Enqueue(new Escalation(customer.Id, customer.Note));
    }
}

[ForPurpose("research")]
public sealed class NeedsStudy(Ladder ladder)
{
    public void Collect()
    {
        while (ladder[Tier.Second].TryDequeue(out var escalation))
            Use.Research(escalation.Text); //! ECRM2002
    }
}

public static class Case
{
    public static void Run()
    {
        var ladder = new Ladder();
        new FrontDesk(ladder).Take(Customers.Ada());
        new NeedsStudy(ladder).Collect();
    }
}
