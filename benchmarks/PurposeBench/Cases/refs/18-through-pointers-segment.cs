// verdict: clean
// origin: open
// channel: research
// source: Customer.Note
// proof: differs
// why: The same pointers copy the note for support and the segment for research.
using Ethics.Crm;

namespace PurposeBench.Cases.Refs.ThroughPointersSegment;

[ForPurpose("support")]
public static class Journal
{
    public static string Note(Customer customer) => Buffers.Copy(customer.Note);

    public static string Segment(Customer customer) => Buffers.Copy(customer.Segment);

    public static void Show(Customer customer) => Use.Support(Note(customer));
}

// Declares nothing.
public static unsafe class Buffers
{
    public static string Copy(string text)
    {
        Span<char> buffer = stackalloc char[text.Length];
        fixed (char* from = text, to = buffer)
        {
            for (var i = 0; i < text.Length; i++)
                *(to + i) = from[i];
        }

        return new string(buffer);
    }
}

[ForPurpose("research")]
public static class Study
{
    public static void Collect(Customer customer) => Use.Research(Journal.Segment(customer));
}

public static class Case
{
    public static void Run()
    {
        Journal.Show(Customers.Ada());
        Study.Collect(Customers.Ada());
    }
}
