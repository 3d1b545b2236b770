// verdict: violation
// origin: open
// channel: stored:Payment.Reference
// source: Customer.Card
// proof: reaches
// why: Both members serve billing, but the target's category is not sensitive.
using Ethics.Crm;

namespace PurposeBench.Cases.Borders.DropsSensitive;

[DataSubject("payer")]
public sealed class Payment
{
    [DataSubjectId]
    public int Payer { get; init; }

    [DataCategory("financial.invoice"), CollectedFor("billing")]
    public string Reference { get; private set; } = "";

    [ForPurpose("billing")]
    public void ReferTo(Customer customer) => Reference = string.Create(null, $"card {customer.Card}"); //! ECRM2007
}

public static class Case
{
    public static void Run()
    {
        var payment = new Payment { Payer = 7 };
        payment.ReferTo(Customers.Ada());
        Use.Stored("Payment.Reference", payment.Reference);
    }
}
