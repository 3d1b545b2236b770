// verdict: clean
// origin: open
// channel: log
// source: Customer.Note
// proof: reaches
// why: The note goes to a writer that keeps text for support; the console gets the count.
using Ethics.Crm;

namespace PurposeBench.Cases.Sinks.NullWriter;

[ForPurpose("support")]
public static class NoteImport
{
    public static void Import(TextWriter output, IReadOnlyCollection<Customer> customers)
    {
        foreach (var customer in customers)
            output.WriteLine(customer.Note);
        Console.WriteLine($"{customers.Count} notes imported");
    }
}

public static class Case
{
    public static void Run()
    {
        using var kept = new StringWriter();
        NoteImport.Import(kept, [Customers.Ada(), Customers.Other()]);
    }
}
