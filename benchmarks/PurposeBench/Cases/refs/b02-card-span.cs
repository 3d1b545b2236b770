// verdict: violation
// origin: blind
// channel: log
// source: Customer.Card
// proof: reaches
// why: Slicing a span copies nothing and loses no label; the text made of it is the card.
using Ethics.Crm;

namespace PurposeBench.Cases.Refs.CardSpan;

public readonly ref struct CardReader(ReadOnlySpan<char> card)
{
    private readonly ReadOnlySpan<char> _card = card;

    public ReadOnlySpan<char> Trimmed => _card.Trim();
}

[ForPurpose("billing")]
public static class Terminal
{
    public static void Charge(Customer customer)
    {
        var reader = new CardReader((" " + customer.Card).AsSpan());
        Span<char> buffer = stackalloc char[80];
        reader.Trimmed.CopyTo(buffer);

        Console.WriteLine(new string(buffer[..reader.Trimmed.Length])); //! ECRM3002
    }
}

public static class Case
{
    public static void Run() => Terminal.Charge(Customers.Ada());
}
