// verdict: clean
// origin: open
// channel: research
// source: Customer.Note
// proof: differs
// why: The exception holds the cell that it could not read; research keeps its row and where it was thrown, which are made of neither.
using Ethics.Crm;

namespace PurposeBench.Cases.Patterns.StackOfException;

public sealed class RowException(int row, string cell) : Exception("A row could not be read")
{
    public int Row => row;

    public override string ToString() => $"{Message}: row {Row}, '{cell}'{Environment.NewLine}{StackTrace}";
}

[ForPurpose("support")]
public static class CallImport
{
    public static void Read(int row, Customer customer)
    {
        if (customer.Note.Length > 10)
            throw new RowException(row, customer.Note);
    }

    public static void Explain(RowException e) => Use.Support(e.ToString());
}

[ForPurpose("research")]
public static class Quality
{
    public static void Measure(Customer customer)
    {
        try
        {
            CallImport.Read(3, customer);
        }
        catch (RowException e)
        {
            Use.Research($"{e.Row}: {e.StackTrace}");
            CallImport.Explain(e);
        }
    }
}

public static class Case
{
    public static void Run() => Quality.Measure(Customers.Ada());
}
