// verdict: violation
// origin: blind
// channel: exception
// source: Customer.Card
// proof: reaches
// why: An exception message ends up wherever exceptions end up.
using Ethics.Crm;

namespace PurposeBench.Cases.Sinks.B03MandateException;

public sealed class PaymentRefusedException(string message) : Exception(message);

[ForPurpose("billing")]
public static class CardPayment
{
    public static void Charge(Customer customer, int cents)
    {
        var card = customer.Card;
        if (cents > 1000)
        {
            throw new PaymentRefusedException($"The card {card} has no cover for {cents}."); //! ECRM3003
        }
    }
}

public static class Case
{
    public static void Run() => CardPayment.Charge(Customers.Ada(), 4990);
}
