// verdict: violation
// origin: blind
// channel: analytics
// source: Customer.Note
// proof: reaches
// why: Support wraps the read in a Lazy; it happens, for support, when analytics asks for the value.
using Ethics.Crm;

namespace PurposeBench.Cases.Delegates.LazyNote;

public sealed class Preview(Lazy<string> text)
{
    public Lazy<string> Text { get; } = text;
}

[ForPurpose("support")]
public static class TicketList
{
    public static Preview Preview(Customer customer)
    {
        return new Preview(new Lazy<string>(Read));

        string Read() => customer.Note.Length > 200 ? customer.Note[..200] : customer.Note;
    }
}

[ForPurpose("analytics")]
public static class ReadingTime
{
    public static void Estimate(Preview preview)
    {
        if (!preview.Text.IsValueCreated)
            Use.Analytics(preview.Text.Value); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => ReadingTime.Estimate(TicketList.Preview(Customers.Ada()));
}
