// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The same table; the import reads the column of numbers.
using System.Data;
using Ethics.Crm;

namespace PurposeBench.Cases.Keys.TableRowOtherColumn;

[ForPurpose("billing")]
public static class InvoiceTable
{
    public static DataTable Build(params Customer[] customers)
    {
        var table = new DataTable("invoices");
        table.Columns.Add("id", typeof(int));
        table.Columns.Add("mail", typeof(string));
        foreach (var customer in customers)
            table.Rows.Add(customer.Id, customer.Email);
        return table;
    }
}

[ForPurpose("newsletter")]
public static class Readers
{
    public static void Import(DataTable table)
    {
        foreach (DataRow row in table.Rows)
            Use.Newsletter(row["id"]);
    }
}

public static class Case
{
    public static void Run() => Readers.Import(InvoiceTable.Build(Customers.Ada()));
}
