// verdict: clean
// origin: open
// channel: credit-offer
// source: Customer.Origin
// proof: reaches
// why: Outside decision purposes a condition passes nothing on: the tone of a letter is a constant.
using Ethics.Crm;

namespace PurposeBench.Cases.Decisions.ConditionElsewhere;

public enum Tone
{
    Usual,
    Formal,
}

[ForPurpose("support")]
public static class Style
{
    public static Tone For(Customer customer)
    {
        if (customer.Origin.Contains('8'))
            return Tone.Formal;
        return Tone.Usual;
    }
}

[ForPurpose("credit-offer")]
public static class OfferLetter
{
    public static void Write(Customer customer, Tone tone) => Use.CreditOffer($"{tone}: {customer.Income}");
}

public static class Case
{
    public static void Run()
    {
        var ada = Customers.Ada();
        OfferLetter.Write(ada, Style.For(ada));
    }
}
