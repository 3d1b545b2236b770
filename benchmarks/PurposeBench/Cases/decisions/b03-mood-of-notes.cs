// verdict: violation
// origin: blind
// channel: credit-offer
// source: Customer.Note
// proof: differs
// why: A word chosen by what the notes say brings them into the decision without a copy.
using Ethics.Crm;

namespace PurposeBench.Cases.Decisions.B03MoodOfNotes;

[ForPurpose("support")]
public static class CallNotes
{
    public static string Mood(Customer customer)
    {
        if (customer.Note.Count(char.IsAsciiDigit) > 5)
            return "disputes";
        return "calm";
    }
}

[ForPurpose("credit-offer")]
public static class InstalmentOffer
{
    public static void Decide(Customer customer)
    {
        var mood = CallNotes.Mood(customer); //! ECRM2004
        Use.CreditOffer(mood == "calm" ? "twelve instalments" : "advance payment");
    }
}

public static class Case
{
    public static void Run() => InstalmentOffer.Decide(Customers.Ada());
}
