// verdict: violation
// origin: open
// channel: credit-offer
// source: Applicant.Postcode
// proof: differs
// why: Both texts read alike; which of the two objects it is depends on the postcode.
using Ethics.Crm;

namespace PurposeBench.Cases.Decisions.IdentityOfText;

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
public static class Grades
{
    public static void Decide(Applicant applicant)
    {
        var grade = new string('A', 1);
        if (applicant.Postcode > 500_000_000) //! ECRM2004
            grade = string.Intern(grade);
        Use.CreditOffer(ReferenceEquals(grade, string.Intern("A")) ? "declined" : "accepted");
    }
}

public static class Case
{
    public static void Run() => Grades.Decide(new Applicant { Id = 7, Income = 40_000, Postcode = Mark.Number("Applicant.Postcode") });
}
