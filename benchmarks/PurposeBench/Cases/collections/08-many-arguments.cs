// verdict: violation
// origin: open
// channel: log
// source: Customer.Street
// proof: reaches
// why: Arguments become the elements of a collection that nobody names.
using Ethics.Crm;

namespace PurposeBench.Cases.Collections.ManyArguments;

public static class Text
{
    public static string Lines(params ReadOnlySpan<string> lines)
    {
        var last = lines.Length - 1;
        return string.Concat(lines[0], " / ", lines[last]);
    }
}

[ForPurpose("billing")]
public static class Printer
{
    public static void Print(Customer customer) => Console.WriteLine(Text.Lines("Invoice 118", "GB", customer.Street)); //! ECRM3002
}

public static class Case
{
    public static void Run() => Printer.Print(Customers.Ada());
}
