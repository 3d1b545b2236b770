// verdict: clean
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: The outer scope is for both; the number is read in the inner one, which is for support alone.
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.ScopeForOneOfTwo;

public static class Evening
{
    public static async Task WorkAsync(Customer customer)
    {
        using (PurposeScope.Enter("support", "marketing"))
        {
            var segment = customer.Segment;
            await PurposeScope.RunAsync("support", _ =>
            {
                Use.Support(customer.Phone);
                return Task.CompletedTask;
            });
            Use.Marketing(segment);
        }
    }
}

public static class Case
{
    public static Task Run() => Evening.WorkAsync(Customers.Ada());
}
