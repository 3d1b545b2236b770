// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The newsletter's scope is closed before the address is read.
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.ClosedScope;

public static class NightlyRun
{
    public static void Execute(Customer customer)
    {
        using (PurposeScope.Enter("newsletter"))
        {
            Use.Newsletter(customer.NewsletterEmail);
        }

        using var scope = PurposeScope.Enter("support");
        Use.Support(customer.Email);
    }
}

public static class Case
{
    public static void Run() => NightlyRun.Execute(Customers.Ada());
}
