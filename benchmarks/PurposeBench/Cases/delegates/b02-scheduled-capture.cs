// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Phone
// proof: reaches
// why: The job that runs later works for the newsletter and has captured the number.
using Ethics.Crm;

namespace PurposeBench.Cases.Delegates.ScheduledCapture;

public sealed class Scheduler
{
    private readonly List<Func<Task>> _jobs = [];

    public void Later(Func<Task> job) => _jobs.Add(job);

    public async Task RunAsync()
    {
        foreach (var job in _jobs)
            await job();
    }
}

public static class AfterPurchase
{
    // Declares nothing itself.
    public static void Plan(Customer customer, Scheduler scheduler)
    {
        var number = customer.Phone ?? "none";
        scheduler.Later([ForPurpose("support")] () => Task.Run(() => Use.Support(number)));
        scheduler.Later([ForPurpose("newsletter")] async () =>
        {
            await Task.Yield();
            Use.Newsletter("Text " + number); //! ECRM2002
        });
    }
}

public static class Case
{
    public static async Task Run()
    {
        var scheduler = new Scheduler();
        AfterPurchase.Plan(Customers.Ada(), scheduler);
        await scheduler.RunAsync();
    }
}
