// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: A using declaration opens the purpose for the rest of its block; the address was read before it.
using Ethics.Crm;

namespace PurposeBench.Cases.Purposes.RestOfBlock;

public static class NightlyRun
{
    public static void Execute(Customer customer)
    {
        var address = customer.Email;
        using var scope = PurposeScope.Enter("newsletter");
        for (var attempt = 0; attempt < 2; attempt++)
            Use.Newsletter(address); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => NightlyRun.Execute(Customers.Ada());
}
