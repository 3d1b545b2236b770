// verdict: clean
// origin: blind
// channel: research
// source: Customer.Note
// proof: differs
// why: Cases are linked to each other in a ring; the first holds the note, research reads the one that follows it.
using Ethics.Crm;

namespace PurposeBench.Cases.Objects.LinkedCases;

public sealed class CaseFile(string title)
{
    public string Title { get; } = title;

    public string Text { get; set; } = "";

    public CaseFile? Next { get; set; }

    public CaseFile? Previous { get; set; }
}

[ForPurpose("support")]
public static class Merging
{
    public static CaseFile Open(Customer customer)
    {
        var first = new CaseFile("complaint");
        var second = new CaseFile("known fault") { Text = "firmware 4.1 drops calls", Previous = first };
        first.Next = second;
        first.Text = customer.Note;
        Use.Support(second.Previous.Text);
        return first;
    }
}

[ForPurpose("research")]
public static class FaultStudy
{
    public static void Read(CaseFile file)
    {
        if (file.Next is { } fault)
            Use.Research($"{file.Title}: {fault.Title}, {fault.Text}");
    }
}

public static class Case
{
    public static void Run() => FaultStudy.Read(Merging.Open(Customers.Ada()));
}
