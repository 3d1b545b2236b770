// verdict: clean
// origin: blind
// channel: credit-offer
// source: Customer.Postcode
// proof: differs
// why: The postcode goes on the letter that tells the outcome; the outcome does not depend on it.
using Ethics.Crm;

namespace PurposeBench.Cases.Decisions.B07LetterAfterDecision;

[ForPurpose("credit-offer")]
public static class CreditDecision
{
    public static bool Grant(Customer applicant)
    {
        var granted = applicant.Income >= 150_000_000;
        Use.CreditOffer(granted);
        return granted;
    }
}

[ForPurpose("billing")]
public static class OutcomeLetter
{
    public static void Print(Customer applicant, string outcome) =>
        Use.Billing(applicant.Postcode + "\n" + outcome);
}

public static class Counter
{
    public static void Apply(Customer applicant)
    {
        var outcome = CreditDecision.Grant(applicant) ? "yes" : "no";
        OutcomeLetter.Print(applicant, outcome);
    }
}

public static class Case
{
    public static void Run() => Counter.Apply(Customers.Ada());
}
