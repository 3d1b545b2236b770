// verdict: violation
// origin: blind
// channel: marketing
// source: Customer.Income
// proof: reaches
// why: The value leaves billing through an out parameter.
using System.Diagnostics.CodeAnalysis;
using Ethics.Crm;

namespace PurposeBench.Cases.Refs.TryFind;

[ForPurpose("billing")]
public sealed class InstalmentPlans(Customer customer)
{
    public bool TryFind(int customerId, [NotNullWhen(true)] out string? basis)
    {
        basis = null;
        if (customer.Id != customerId)
            return false;
        Describe(out basis);
        return true;
    }

    private void Describe(out string basis) => basis = "income " + customer.Income;
}

[ForPurpose("marketing")]
public static class PremiumOffer
{
    public static void Make(InstalmentPlans plans)
    {
        if (plans.TryFind(7, out var basis)) //! ECRM2002
            Use.Marketing(basis);
    }
}

public static class Case
{
    public static void Run() => PremiumOffer.Make(new InstalmentPlans(Customers.Ada()));
}
