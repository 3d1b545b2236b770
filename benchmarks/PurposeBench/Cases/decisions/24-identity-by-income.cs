// verdict: clean
// origin: open
// channel: credit-offer
// source: Applicant.Postcode
// proof: differs
// why: Which of the two objects the text is depends on the income; the postcode only names the branch that writes the letter.
using Ethics.Crm;

namespace PurposeBench.Cases.Decisions.IdentityByIncome;

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

[ForPurpose("support")]
public static class Letters
{
    public static void Address(Applicant applicant) => Use.Support(applicant.Postcode > 500_000_000 ? "north" : "south");
}

[ForPurpose("credit-offer")]
public static class Grades
{
    public static void Decide(Applicant applicant)
    {
        var grade = new string('A', 1);
        if (applicant.Income < 20_000)
            grade = string.Intern(grade);
        Use.CreditOffer(ReferenceEquals(grade, string.Intern("A")) ? "declined" : "accepted");
    }
}

public static class Case
{
    public static void Run()
    {
        var applicant = new Applicant { Id = 7, Income = 40_000, Postcode = Mark.Number("Applicant.Postcode") };
        Grades.Decide(applicant);
        Letters.Address(applicant);
    }
}
