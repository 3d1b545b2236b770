// verdict: clean
// origin: open
// channel: credit-offer
// source: Customer.Postcode
// proof: differs
// why: The area was made anonymous before the decision got it.
using Ethics.Crm;

namespace PurposeBench.Cases.Decisions.AnonymousArea;

public static class Areas
{
    [Anonymizes("one of two halves of the country")]
    public static char Half(string postcode) => postcode.Length > 3 ? 'N' : 'S';
}

[ForPurpose("support")]
public static class Statistics
{
    public static char Of(Customer customer) => Areas.Half(customer.Postcode);
}

[ForPurpose("credit-offer")]
public static class Decision
{
    public static void Take(Customer customer)
    {
        var half = Statistics.Of(customer);
        Use.CreditOffer(half == 'N' ? 900 : 800);
    }
}

public static class Case
{
    public static void Run() => Decision.Take(Customers.Ada());
}
