// verdict: violation
// origin: open
// channel: credit-offer
// source: Customer.Origin
// proof: differs
// why: A question about a household: the predicate is a local function that reads the origin of each member.
using Ethics.Crm;

namespace PurposeBench.Cases.Decisions.Quantified;

[ForPurpose("credit-offer")]
public static class Household
{
    public static void Decide(IReadOnlyList<Customer> members)
    {
        var special = members.Any(Foreign);
        Use.CreditOffer(special ? "ask the head office" : "granted");

        static bool Foreign(Customer member) => member.Origin.EndsWith("33@mark.example", StringComparison.Ordinal); //! ECRM2004
    }
}

public static class Case
{
    public static void Run() => Household.Decide([Customers.Other(), Customers.Ada()]);
}
