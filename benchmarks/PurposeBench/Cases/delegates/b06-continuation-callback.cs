// verdict: violation
// origin: blind
// channel: analytics
// source: Customer.Note
// proof: reaches
// why: A callback that analytics passed in is invoked by support with the note.
using Ethics.Crm;

namespace PurposeBench.Cases.Delegates.ContinuationCallback;

[ForPurpose("support")]
public static class NoteSearch
{
    public static int ForEach(IEnumerable<Customer> customers, Action<string> found)
    {
        var count = 0;
        foreach (var customer in customers)
        {
            found(customer.Note); //! ECRM2002
            count++;
        }

        return count;
    }
}

[ForPurpose("analytics")]
public static class WordCloud
{
    public static void Draw(IEnumerable<Customer> customers)
    {
        var words = new List<string>();
        var notes = NoteSearch.ForEach(customers, note => words.AddRange(note.Split(' ')));
        Use.Analytics(notes);
        Use.Analytics(words);
    }
}

public static class Case
{
    public static void Run() => WordCloud.Draw([Customers.Ada()]);
}
