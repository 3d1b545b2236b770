// verdict: violation
// origin: open
// channel: exception
// source: Customer.Card
// proof: reaches
// why: The message of the inner exception quotes the card; the outer one wraps it.
using Ethics.Crm;

namespace PurposeBench.Cases.Patterns.InnerException;

public sealed class PaymentException(string message, Exception inner) : Exception(message, inner);

[ForPurpose("billing")]
public static class Payment
{
    public static void Take(Customer customer)
    {
        try
        {
            Check(customer.Card);
        }
        catch (FormatException e)
        {
            throw new PaymentException("The payment was refused", e);
        }
    }

    private static void Check(string card)
    {
        var text = $"'{card}' is no card number";
        if (!card.All(char.IsAsciiDigit))
            throw new FormatException(text); //! ECRM3003
    }
}

public static class Case
{
    public static void Run() => Payment.Take(Customers.Ada());
}
