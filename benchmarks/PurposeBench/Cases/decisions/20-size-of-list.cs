// verdict: violation
// origin: open
// channel: credit-offer
// source: Applicant.Postcode
// proof: differs
// why: Nobody reads the objections; how many there are depends on the postcode.
using Ethics.Crm;

namespace PurposeBench.Cases.Decisions.SizeOfList;

[DataSubject("applicant")]
public sealed class Applicant
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("postcode"), CollectedFor("support", "credit-offer")]
    public int Postcode { get; init; }

    [DataCategory("financial.income"), CollectedFor("credit-offer")]
    public int Income { get; init; }
}

[ForPurpose("credit-offer")]
public static class Committee
{
    public static void Decide(Applicant applicant)
    {
        var objections = new List<string>();
        if (applicant.Income < 20_000)
            objections.Add("income");
        if (applicant.Postcode > 500_000_000) //! ECRM2004
            objections.Add("no branch nearby");
        Use.CreditOffer(objections.Count == 0 ? "accepted" : "declined");
    }
}

public static class Case
{
    public static void Run() => Committee.Decide(new Applicant { Id = 7, Income = 40_000, Postcode = Mark.Number("Applicant.Postcode") });
}
