// verdict: violation
// origin: blind
// channel: credit-offer
// source: Customer.Origin
// proof: differs
// why: Where somebody comes from decides how much credit is offered.
using Ethics.Crm;

namespace PurposeBench.Cases.Decisions.B01OriginHalvesLimit;

[ForPurpose("credit-offer")]
public static class CreditLimit
{
    private const string LastFamiliar = "customer-origin7";

    public static void Offer(Customer applicant)
    {
        var limit = applicant.Income / 10;
        if (string.CompareOrdinal(applicant.Origin, LastFamiliar) > 0) //! ECRM2004
            limit /= 2;
        Use.CreditOffer(limit);
    }
}

public static class Case
{
    public static void Run() => CreditLimit.Offer(Customers.Ada());
}
