// verdict: violation
// origin: open
// channel: marketing.email
// source: Customer.Email
// proof: reaches
// why: Half of the targets exist already, half are declared on the way; the existing one gets the address.
using Ethics.Crm;

namespace PurposeBench.Cases.Tuples.MixedDeclaration;

[ForPurpose("billing")]
public static class Accounts
{
    public static async Task<(string Plan, string Contact)> FindAsync(Customer customer)
    {
        await Task.CompletedTask;
        return ("Team", customer.Email);
    }
}

[ForPurpose("marketing.email")]
public static class PlanOffer
{
    public static async Task MakeAsync(Customer customer)
    {
        string to;
        (var plan, to) = await Accounts.FindAsync(customer); //! ECRM2002
        Use.MarketingEmail($"{plan} Plus for {to}");
    }
}

public static class Case
{
    public static Task Run() => PlanOffer.MakeAsync(Customers.Ada());
}
