// verdict: clean
// origin: blind
// channel: marketing
// source: Customer.Card
// proof: differs
// why: Out parameters in a row: one holds the card, marketing is given the one that tells whether there is a card at all.
using System.Diagnostics.CodeAnalysis;
using Ethics.Crm;

namespace PurposeBench.Cases.Refs.ThreeOuts;

[ForPurpose("billing")]
public static class PaymentMeans
{
    public static void Find(Customer customer, out string card, out bool stored, [NotNull] ref string? product)
    {
        card = customer.Card;
        stored = customer.Card is not null;
        product ??= "Basic";
    }
}

[ForPurpose("marketing")]
public static class OneClickOffer
{
    public static void Make(Customer customer)
    {
        string? product = null;
        PaymentMeans.Find(customer, out _, out var stored, ref product);
        Use.Marketing(stored ? $"{product} with one click" : $"{product} by invoice");
    }
}

public static class Case
{
    public static void Run() => OneClickOffer.Make(Customers.Ada());
}
