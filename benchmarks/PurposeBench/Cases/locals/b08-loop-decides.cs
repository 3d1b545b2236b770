// verdict: violation
// origin: blind
// channel: credit-offer
// source: Applicant.Postcode
// proof: differs
// why: Nothing is assigned from the postcode, but how often the loop runs depends on it, and the limit on the loop.
using Ethics.Crm;

namespace PurposeBench.Cases.Locals.LoopDecides;

[DataSubject("applicant")]
public sealed class Applicant
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("postcode"), CollectedFor("support", "credit-offer")]
    public int Postcode { get; init; }
}

[ForPurpose("credit-offer")]
public static class CreditLimit
{
    public static void Set(Applicant applicant)
    {
        var limit = 500;
        for (var zone = 100_000_000; zone < applicant.Postcode; zone += 20_000_000) //! ECRM2004
            limit += 50;

        Use.CreditOffer(limit);
    }
}

public static class Case
{
    public static void Run() => CreditLimit.Set(new Applicant { Id = 7, Postcode = Mark.Number("Applicant.Postcode") });
}
