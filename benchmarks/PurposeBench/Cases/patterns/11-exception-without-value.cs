// verdict: clean
// origin: open
// channel: exception
// source: Customer.Card
// proof: differs
// why: The message names the member and the length that was asked for; the card is only looked at.
using Ethics.Crm;

namespace PurposeBench.Cases.Patterns.ExceptionWithoutValue;

public sealed class PaymentException(string message) : Exception(message);

[ForPurpose("billing")]
public static class Payment
{
    public static void Take(Customer customer)
    {
        var digits = customer.Card.Count(char.IsAsciiDigit);
        Use.Billing(digits);
        if (digits != customer.Card.Length)
            throw new PaymentException($"'{nameof(customer.Card)}' of customer {customer.Id} must have 16 digits");
    }
}

public static class Case
{
    public static void Run() => Payment.Take(Customers.Ada());
}
