// verdict: violation
// origin: open
// channel: credit-offer
// source: Applicant.Postcode
// proof: differs
// why: Digit by digit a text is rebuilt from constants: no assignment takes anything from the postcode.
using Ethics.Crm;

namespace PurposeBench.Cases.Decisions.CopiedByBranches;

[DataSubject("applicant")]
public sealed class Applicant
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("postcode"), CollectedFor("credit-offer")]
    public int Postcode { get; init; }
}

[ForPurpose("credit-offer")]
public static class Zones
{
    public static void Decide(Applicant applicant)
    {
        var zone = "";
        switch (applicant.Postcode / 100_000_000) //! ECRM2004
        {
            case 1 or 2 or 3:
                zone += "1";
                goto default;
            case 4 or 5 or 6:
                zone += "2";
                break;
            default:
                zone += "3";
                break;
        }

        Use.CreditOffer("rate of zone " + zone);
    }
}

public static class Case
{
    public static void Run() => Zones.Decide(new Applicant { Id = 7, Postcode = Mark.Number("Applicant.Postcode") });
}
