// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Street
// proof: reaches
// why: A helper that takes any number of lines gives back all of them, the street among them.
using Ethics.Crm;

namespace PurposeBench.Cases.Calls.B13AddressLines;

public static class Envelope
{
    public static string Lines(params ReadOnlySpan<string?> lines) => string.Join('\n', lines);
}

[ForPurpose("newsletter")]
public sealed class PostcardPress
{
    public void Order(string label) => Use.Newsletter(label);
}

[ForPurpose("billing")]
public sealed class InvoiceDesk(PostcardPress press)
{
    public void Paid(Customer payer) => press.Order(Envelope.Lines("Thank you,", payer.Name, payer.Street)); //! ECRM2002
}

public static class Case
{
    public static void Run() => new InvoiceDesk(new PostcardPress()).Paid(Customers.Ada());
}
