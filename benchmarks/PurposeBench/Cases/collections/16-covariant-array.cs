// verdict: violation
// origin: open
// channel: credit-offer
// source: Customer.Note
// proof: reaches
// why: The array of texts is seen as an array of objects, and its content decides on credit though it was given for support.
using Ethics.Crm;

namespace PurposeBench.Cases.Collections.CovariantArray;

[ForPurpose("support")]
public static class Notes
{
    public static string[] Of(Customer customer) => ["first contact", customer.Note];
}

[ForPurpose("credit-offer")]
public static class ScoreCard
{
    public static void Score(Customer customer)
    {
        object[] evidence = Notes.Of(customer);
        Use.CreditOffer($"declined because of {evidence[1]}"); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => ScoreCard.Score(Customers.Ada());
}
