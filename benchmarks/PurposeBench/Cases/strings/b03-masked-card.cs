// verdict: violation
// origin: blind
// channel: marketing
// source: Customer.Card
// proof: differs
// why: The last four characters of a card are still about the card; masking is no declassification.
using Ethics.Crm;

namespace PurposeBench.Cases.Strings.MaskedCard;

public static class Masking
{
    public static string LastFour(string card)
    {
        var at = card.IndexOf('@', StringComparison.Ordinal);
        var digits = at < 0 ? card : card[..at];
        return digits.Substring(digits.Length - 4).PadLeft(16, '*');
    }
}

[ForPurpose("billing")]
public static class PaymentPage
{
    public static string CardOnFile(Customer customer) => Masking.LastFour(customer.Card);
}

[ForPurpose("marketing")]
public static class CoBrandedCardOffer
{
    public static string Text(Customer customer) => $"Pay with {PaymentPage.CardOnFile(customer)} and get 5 % back"; //! ECRM2002

    public static void Send(Customer customer) => Use.Marketing(Text(customer));
}

public static class Case
{
    public static void Run() => CoBrandedCardOffer.Send(Customers.Ada());
}
