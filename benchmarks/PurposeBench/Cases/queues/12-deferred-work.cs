// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The queue holds work, and the work holds the address.
using Ethics.Crm;

namespace PurposeBench.Cases.Queues.DeferredWork;

public sealed class Backlog
{
    public Queue<Func<string>> Work { get; } = new();
}

[ForPurpose("support")]
public static class Planner
{
    public static void Plan(Backlog backlog, Customer customer)
    {
        var to = customer.Email;
        backlog.Work.Enqueue(() => "answer " + to);
    }
}

[ForPurpose("newsletter")]
public static class NightShift
{
    public static void Run(Backlog backlog)
    {
        while (backlog.Work.Count > 0)
            Use.Newsletter(backlog.Work.Dequeue()()); //! ECRM2002
    }
}

public static class Case
{
    public static void Run()
    {
        var backlog = new Backlog();
        Planner.Plan(backlog, Customers.Ada());
        NightShift.Run(backlog);
    }
}
