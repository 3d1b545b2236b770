// verdict: clean
// origin: open
// channel: log
// source: Customer.Card
// proof: reaches
// why: Two objects from one constructor: the one with the card goes to the bank, the one that is logged was made with a masked text of ours.
using Ethics.Crm;

namespace PurposeBench.Cases.Construction.SecondInstance;

public sealed record Payment(string Card, decimal Amount);

[ForPurpose("billing")]
public static class Terminal
{
    public static void Charge(Customer customer, decimal amount)
    {
        var payment = new Payment(customer.Card, amount);
        var shown = new Payment("(card on file)", payment.Amount);
        Bank.Collect(payment);
        Console.WriteLine(shown);
    }
}

public static class Case
{
    public static void Run() => Terminal.Charge(Customers.Ada(), 12.50m);
}
