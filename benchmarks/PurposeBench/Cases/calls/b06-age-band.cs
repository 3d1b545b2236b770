// verdict: violation
// origin: blind
// channel: credit-offer
// source: Customer.Born
// proof: differs
// why: Only constants come back, but which one depends on the date of birth, and a decision may not be influenced by it that way either.
using Ethics.Crm;

namespace PurposeBench.Cases.Calls.AgeBand;

[ForPurpose("support")]
public static class Accessibility
{
    public static string Tone(Customer customer)
    {
        if (customer.Born.Year < 1950)
            return "large print";
        if (customer.Born.Year < 1965)
            return "plain";
        if (customer.Born.Year < 1980)
            return "normal";
        return "chat";
    }
}

[ForPurpose("credit-offer")]
public static class CardApplication
{
    public static void Decide(Customer customer)
    {
        var limit = Accessibility.Tone(customer).Length * 100; //! ECRM2004
        Use.CreditOffer(limit);
    }
}

public static class Case
{
    public static void Run() => CardApplication.Decide(Customers.Ada());
}
