// verdict: violation
// origin: open
// channel: credit-offer
// source: Applicant.Postcode
// proof: differs
// why: Nothing is assigned from the postcode; whether the check throws depends on it.
using Ethics.Crm;

namespace PurposeBench.Cases.Decisions.ThrownOrNot;

[DataSubject("applicant")]
public sealed class Applicant
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("postcode"), CollectedFor("support", "credit-offer")]
    public int Postcode { get; init; }
}

[ForPurpose("credit-offer")]
public static class Screening
{
    public static void Decide(Applicant applicant)
    {
        var accepted = true;
        try
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(applicant.Postcode, 500_000_000); //! ECRM2004
        }
        catch (ArgumentOutOfRangeException)
        {
            accepted = false;
        }

        Use.CreditOffer(accepted ? "accepted" : "declined");
    }
}

public static class Case
{
    public static void Run() => Screening.Decide(new Applicant { Id = 7, Postcode = Mark.Number("Applicant.Postcode") });
}
