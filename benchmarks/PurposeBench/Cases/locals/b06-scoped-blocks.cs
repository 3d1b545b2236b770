// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: One method with two scopes: the address that was read for the ticket is still in the local when the scope of the newsletter opens.
using Ethics.Crm;

namespace PurposeBench.Cases.Locals.ScopedBlocks;

public static class EndOfDay
{
    public static void Run(Customer customer)
    {
        string address;
        using (PurposeScope.Enter("support"))
        {
            address = customer.Email;
            Use.Support(address);
        }

        using (PurposeScope.Enter("newsletter"))
        {
            Use.Newsletter(address); //! ECRM2002
        }
    }
}

public static class Case
{
    public static void Run() => EndOfDay.Run(Customers.Ada());
}
