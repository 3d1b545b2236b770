// verdict: violation
// origin: open
// channel: credit-offer
// source: Applicant.Postcode
// proof: differs
// why: Who is offered the last credit is decided by the order of the queue, and the postcode orders it.
using Ethics.Crm;

namespace PurposeBench.Cases.Decisions.SortedByArea;

[DataSubject("applicant")]
public sealed class Applicant
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("postcode"), CollectedFor("credit-offer")]
    public int Postcode { get; init; }
}

[ForPurpose("credit-offer")]
public static class LastCredit
{
    public static void Award(params Applicant[] applicants)
    {
        var first = applicants.OrderBy(applicant => applicant.Postcode).First(); //! ECRM2004
        Use.CreditOffer($"goes to {first.Id}");
    }
}

public static class Case
{
    public static void Run() => LastCredit.Award(new Applicant { Id = 7, Postcode = Mark.Number("Applicant.Postcode") }, new Applicant { Id = 8, Postcode = 500_000_000 });
}
