// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Note
// proof: reaches
// why: A history is a chain of objects, and the note hangs on its fourth link.
using Ethics.Crm;

namespace PurposeBench.Cases.Objects.ChainOfEntries;

public sealed class Entry(string text, Entry? next = null)
{
    public string Text { get; } = text;

    public Entry? Next { get; } = next;
}

[ForPurpose("support")]
public static class History
{
    public static Entry Of(Customer customer) =>
        new("opened", new Entry("assigned", new Entry("waiting", new Entry(customer.Note, new Entry("closed")))));
}

[ForPurpose("analytics")]
public static class Journey
{
    public static void Study(Customer customer)
    {
        var entry = History.Of(customer);
        var waiting = entry.Next?.Next;
        Use.Analytics(waiting?.Next?.Text); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => Journey.Study(Customers.Ada());
}
