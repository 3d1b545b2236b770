// verdict: violation
// origin: open
// channel: credit-offer
// source: Customer.Postcode
// proof: differs
// why: A pattern binds the postcode beside the income, and the limit is computed from both; a postcode stands for an origin.
using Ethics.Crm;

namespace PurposeBench.Cases.Patterns.ProxyInAPattern;

[ForPurpose("credit-offer")]
public static class CardApplication
{
    public static void Decide(Customer customer)
    {
        var limit = customer is { Income: > 0 and var income, Postcode: var area } ? income / 10 + area.Sum(static c => c) : 0; //! ECRM2004
        Use.CreditOffer(limit);
    }
}

public static class Case
{
    public static void Run() => CardApplication.Decide(Customers.Ada());
}
