// verdict: violation
// origin: open
// channel: credit-offer
// source: Customer.Origin
// proof: differs
// why: The second half of a condition is a pattern on the origin; the purpose comes from a scope.
using Ethics.Crm;

namespace PurposeBench.Cases.Decisions.ShortCircuit;

public static class Bureau
{
    public static void Check(Customer customer)
    {
        using (PurposeScope.Enter("credit-offer"))
        {
            var rate = 7.9m;
            if (customer.Segment == "standard" && customer is { Origin: [.., '3', _, _, _, _, _, _, _, _, _, _, _, _, _] }) //! ECRM2004
                rate += 2;
            Use.CreditOffer(rate);
        }
    }
}

public static class Case
{
    public static void Run() => Bureau.Check(Customers.Ada());
}
