// verdict: clean
// origin: open
// channel: stored:Payment.Reference
// source: Customer.Card
// proof: reaches
// why: The card goes into a member with its own label; the reference beside it gets a number.
using Ethics.Crm;

namespace PurposeBench.Cases.Borders.EqualLabel;

[DataSubject("payer")]
public sealed class Payment
{
    [DataSubjectId]
    public int Payer { get; init; }

    [DataCategory("financial.invoice"), CollectedFor("billing")]
    public string Reference { get; private set; } = "";

    [DataCategory("financial.card"), CollectedFor("billing")]
    public string Instrument { get; private set; } = "";

    [ForPurpose("billing")]
    public void ReferTo(Customer customer, int invoice)
    {
        Instrument = customer.Card;
        Reference = $"invoice {invoice}";
    }
}

public static class Case
{
    public static void Run()
    {
        var payment = new Payment { Payer = 7 };
        payment.ReferTo(Customers.Ada(), 2026);
        Use.Stored("Payment.Instrument", payment.Instrument);
        Use.Stored("Payment.Reference", payment.Reference);
    }
}
