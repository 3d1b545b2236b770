// verdict: clean
// origin: blind
// channel: credit-offer
// source: Customer.Origin
// proof: differs
// why: Origin chooses the interpreter for support; the limit comes from income alone.
using Ethics.Crm;

namespace PurposeBench.Cases.Decisions.B05LanguageBesideLimit;

[ForPurpose("support")]
public static class Interpreters
{
    public static void Book(Customer customer)
    {
        var language = string.CompareOrdinal(customer.Origin, "customer-origin7") > 0 ? "en" : "de";
        Use.Support(language);
    }
}

[ForPurpose("credit-offer")]
public static class CreditLimit
{
    public static void Offer(Customer applicant)
    {
        var limit = applicant.Income / 10;
        if (limit > 50_000_000)
            limit = 50_000_000;
        Use.CreditOffer(limit);
    }
}

public static class Case
{
    public static void Run()
    {
        var customer = Customers.Ada();
        Interpreters.Book(customer);
        CreditLimit.Offer(customer);
    }
}
