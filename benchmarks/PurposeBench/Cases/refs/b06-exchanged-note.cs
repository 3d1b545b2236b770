// verdict: violation
// origin: blind
// channel: analytics
// source: Customer.Note
// proof: reaches
// why: The note is exchanged into a field by reference; analytics takes it out the same way.
using Ethics.Crm;

namespace PurposeBench.Cases.Refs.ExchangedNote;

public static class LastSearch
{
    public static string? Text;
}

[ForPurpose("support")]
public static class NoteSearch
{
    public static void Remember(Customer customer)
    {
        var before = Interlocked.Exchange(ref LastSearch.Text, customer.Note);
        Use.Support(before ?? "first search");
    }
}

[ForPurpose("analytics")]
public static class SearchStatistics
{
    public static void Take()
    {
        var text = Interlocked.Exchange(ref LastSearch.Text, null); //! ECRM2002
        Use.Analytics(text);
    }
}

public static class Case
{
    public static void Run()
    {
        NoteSearch.Remember(Customers.Ada());
        SearchStatistics.Take();
    }
}
