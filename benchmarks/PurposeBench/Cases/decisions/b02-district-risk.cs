// verdict: violation
// origin: blind
// channel: credit-offer
// source: Customer.Postcode
// proof: differs
// why: A risk by district is a stand-in for origin.
using Ethics.Crm;

namespace PurposeBench.Cases.Decisions.B02DistrictRisk;

public static class Districts
{
    public static int Risk(string postcode) => postcode.Count(char.IsAsciiDigit) * 5;
}

[ForPurpose("credit-offer")]
public sealed class InstalmentScore
{
    private int _score = 100;

    public void Rate(Customer applicant)
    {
        _score += applicant.Income / 1_000_000;
        _score -= Districts.Risk(applicant.Postcode); //! ECRM2004
        Use.CreditOffer(_score);
    }
}

public static class Case
{
    public static void Run() => new InstalmentScore().Rate(Customers.Ada());
}
