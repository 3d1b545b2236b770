// verdict: violation
// origin: open
// channel: credit-offer
// source: Customer.Origin
// proof: differs
// why: Whether an offer is made at all depends on where somebody comes from.
using Ethics.Crm;

namespace PurposeBench.Cases.Decisions.EarlyReturn;

[ForPurpose("credit-offer")]
public static class Offers
{
    public static void Make(Customer customer)
    {
        if (customer.Origin.Contains('8')) //! ECRM2004
            return;

        Use.CreditOffer(5_000);
    }
}

public static class Case
{
    public static void Run() => Offers.Make(Customers.Ada());
}
