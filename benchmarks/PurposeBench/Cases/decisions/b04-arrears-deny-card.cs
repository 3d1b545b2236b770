// verdict: violation
// origin: blind
// channel: credit-offer
// source: Account.Arrears
// proof: differs
// why: A rule keeps signs of difficulty out of credit offers, though they were collected for them.
using Ethics.Crm;

namespace PurposeBench.Cases.Decisions.B04ArrearsDenyCard;

[DataSubject("account")]
public sealed class Account
{
    [DataSubjectId]
    public int Id { get; init; }

    [DataCategory("hardship"), CollectedFor("billing", "credit-offer")]
    public int Arrears { get; init; }
}

[ForPurpose("credit-offer")]
public static class CardOffer
{
    public static void Decide(int accountId, int open)
    {
        var card = open > 700_000_000 ? "prepaid" : "gold";
        Use.CreditOffer(accountId + ": " + card);
    }
}

public static class OfferPipeline
{
    public static void Run(IEnumerable<Account> accounts)
    {
        foreach (var account in accounts)
            CardOffer.Decide(account.Id, account.Arrears); //! ECRM2004
    }
}

public static class Case
{
    public static void Run() => OfferPipeline.Run([new Account { Id = 11, Arrears = Mark.Number("Account.Arrears") }]);
}
