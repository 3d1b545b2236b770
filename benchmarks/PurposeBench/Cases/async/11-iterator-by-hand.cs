// verdict: violation
// origin: open
// channel: research
// source: Customer.Note
// proof: reaches
// why: An iterator keeps the note in a local between two steps; research moves it by hand.
using Ethics.Crm;

namespace PurposeBench.Cases.Async.IteratorByHand;

[ForPurpose("support")]
public static class Transcript
{
    public static IEnumerable<string> Of(Customer customer)
    {
        var last = "Agent: hello";
        while (last.Length > 0)
        {
            yield return last;
            last = last.StartsWith("Agent", StringComparison.Ordinal) ? "Caller: " + customer.Note : "";
        }
    }
}

[ForPurpose("research")]
public static class Interviews
{
    public static void Read(Customer customer)
    {
        using var lines = Transcript.Of(customer).GetEnumerator();
        while (lines.MoveNext())
            Use.Research(lines.Current); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => Interviews.Read(Customers.Ada());
}
