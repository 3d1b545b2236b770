// verdict: violation
// origin: open
// channel: research
// source: Customer.Note
// proof: reaches
// why: The exception writes itself with the cell that it could not read; research keeps the text of what it caught.
using Ethics.Crm;

namespace PurposeBench.Cases.Patterns.TextOfException;

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
            Use.Research(e.ToString()); //! ECRM2002
        }
    }
}

public static class Case
{
    public static void Run() => Quality.Measure(Customers.Ada());
}
