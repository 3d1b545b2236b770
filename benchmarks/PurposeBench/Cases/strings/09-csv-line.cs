// verdict: violation
// origin: open
// channel: log
// source: Customer.Note
// proof: reaches
// why: A writer collects the cells, a reader gives them back line by line, and the console shows the second line.
using Ethics.Crm;

namespace PurposeBench.Cases.Strings.CsvLine;

public static class CsvExport
{
    public static string Write(Customer customer)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        writer.WriteLine("id;note");
        writer.Write(customer.Id);
        writer.Write(';');
        writer.WriteLine(customer.Note);
        return writer.ToString();
    }
}

[ForPurpose("support")]
public static class Preview
{
    public static void Show(Customer customer)
    {
        using var reader = new StringReader(CsvExport.Write(customer));
        reader.ReadLine();
        var first = reader.ReadLine();
        Console.Error.WriteLine(first); //! ECRM3002
    }
}

public static class Case
{
    public static void Run() => Preview.Show(Customers.Ada());
}
