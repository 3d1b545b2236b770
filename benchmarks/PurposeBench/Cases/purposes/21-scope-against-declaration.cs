// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Code for support opens a scope that it has no right to, and reads in it.
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.ScopeAgainstDeclaration;

[ForPurpose("support")]
public sealed class TicketJob
{
    public async Task ExecuteAsync(Customer customer)
    {
        Use.Support(customer.Email);
        using (PurposeScope.Enter("newsletter")) //! ECRM1111
        {
            await Task.Yield();
            Use.Newsletter(customer.Email); //! ECRM2001
        }
    }
}

public static class Case
{
    public static Task Run() => new TicketJob().ExecuteAsync(Customers.Ada());
}
