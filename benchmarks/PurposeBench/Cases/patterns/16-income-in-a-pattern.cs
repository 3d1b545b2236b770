// verdict: clean
// origin: open
// channel: credit-offer
// source: Customer.Postcode
// proof: differs
// why: The decision's pattern binds the income alone; the postcode is used for the letter that support writes.
using Ethics.Crm;

namespace PurposeBench.Cases.Patterns.IncomeInAPattern;

[ForPurpose("credit-offer")]
public static class CardApplication
{
    public static void Decide(Customer customer)
    {
        var limit = customer switch
        {
            { Income: <= 0 } => 0,
            { Income: var income, Contacts.Count: 0 } => income / 10,
            _ => 100,
        };
        Use.CreditOffer(limit);
    }
}

[ForPurpose("support")]
public static class Letter
{
    public static void Write(Customer customer)
    {
        if (customer is { Postcode: { Length: > 0 } area })
            Use.Support(area);
    }
}

public static class Case
{
    public static void Run()
    {
        var ada = Customers.Ada();
        CardApplication.Decide(ada);
        Letter.Write(ada);
    }
}
