// verdict: violation
// origin: open
// channel: log
// source: Customer.Note
// proof: reaches
// why: The writer that a helper was given is the console's.
using Ethics.Crm;

namespace PurposeBench.Cases.Sinks.ConsoleWriter;

public sealed class Progress(TextWriter output)
{
    public void Report(int percent, string what)
    {
        output.Write(percent);
        output.WriteLine(what);
    }
}

[ForPurpose("support")]
public static class NoteImport
{
    public static void Import(Customer customer)
    {
        Console.Out.WriteLine("importing one note");
        Console.Error.WriteLine("skipped: {0}", Shorten(customer)); //! ECRM3002
    }

    private static string Shorten(Customer customer) => customer.Note.Length > 200 ? customer.Note[..200] : customer.Note;
}

public static class Case
{
    public static void Run()
    {
        new Progress(TextWriter.Null).Report(50, "half");
        NoteImport.Import(Customers.Ada());
    }
}
