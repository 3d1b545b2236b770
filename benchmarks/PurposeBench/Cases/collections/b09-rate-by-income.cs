// verdict: clean
// origin: blind
// channel: credit-offer
// source: Applicant.Postcode
// proof: differs
// why: The same table, looked up by the income; the postcode only addresses the letter of support.
using Ethics.Crm;

namespace PurposeBench.Cases.Collections.RateByIncome;

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
public static class Rates
{
    private static readonly decimal[] ByBracket = [4.0m, 3.9m, 3.8m, 3.7m, 3.6m];

    public static decimal Quote(Applicant applicant)
    {
        var rate = ByBracket[Math.Min(applicant.Income / 10_000, ByBracket.Length - 1)];
        Use.CreditOffer(rate);
        return rate;
    }
}

[ForPurpose("support")]
public static class Letter
{
    public static void Address(Applicant applicant) => Use.Support(new List<object> { "To", applicant.Postcode });
}

public static class Case
{
    public static void Run()
    {
        var applicant = new Applicant { Id = 7, Postcode = Mark.Number("Applicant.Postcode"), Income = 30_000 };
        Rates.Quote(applicant);
        Letter.Address(applicant);
    }
}
