// verdict: violation
// origin: blind
// channel: credit-offer
// source: Applicant.Postcode
// proof: differs
// why: The rate is looked up by the postcode, which stands for an origin and may not influence a decision.
using Ethics.Crm;

namespace PurposeBench.Cases.Collections.RateTable;

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
    private static readonly decimal[] ByArea = [3.1m, 3.2m, 3.3m, 3.4m, 3.5m, 3.6m, 3.7m, 3.8m, 3.9m, 4.0m];

    public static void Quote(Applicant applicant)
    {
        var rate = ByArea[applicant.Postcode / 10 % 10]; //! ECRM2004
        Use.CreditOffer(applicant.Income > 0 ? rate : 0m);
    }
}

public static class Case
{
    public static void Run() => Rates.Quote(new Applicant { Id = 7, Postcode = Mark.Number("Applicant.Postcode"), Income = 40_000 });
}
