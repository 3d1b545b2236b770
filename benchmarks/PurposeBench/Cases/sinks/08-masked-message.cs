// verdict: clean
// origin: open
// channel: log
// source: Customer.Card
// proof: reaches
// why: What is logged went through the method that masks, which says so.
using Ethics.Crm;
using Microsoft.Extensions.Logging;

namespace PurposeBench.Cases.Sinks.MaskedMessage;

public static class Pan
{
    [Anonymizes("no digit of the number remains")]
    public static string Mask(string card) => new('•', Math.Min(card.Length, 8));
}

[ForPurpose("billing")]
public static class Payments
{
    public static void Charge(Customer customer)
    {
        var masked = Pan.Mask(customer.Card);
        Use.Billing(customer.Card);
        Logs.Logger.LogInformation("Charged {Card}", masked);
    }
}

public static class Case
{
    public static void Run() => Payments.Charge(Customers.Ada());
}
