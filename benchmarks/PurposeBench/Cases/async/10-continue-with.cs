// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Street
// proof: reaches
// why: A continuation that works for analytics takes the result out of billing's task.
using Ethics.Crm;

namespace PurposeBench.Cases.Async.ContinueWith;

[ForPurpose("billing")]
public static class Deliveries
{
    public static Task<string> PlaceAsync(Customer customer) => Task.FromResult(customer.Street);
}

[ForPurpose("analytics")]
public static class Heatmap
{
    public static Task DrawAsync(Customer customer) =>
        Deliveries.PlaceAsync(customer).ContinueWith(
            static task => Use.Analytics("at " + task.Result), //! ECRM2002
            TaskScheduler.Default);
}

public static class Case
{
    public static Task Run() => Heatmap.DrawAsync(Customers.Ada());
}
