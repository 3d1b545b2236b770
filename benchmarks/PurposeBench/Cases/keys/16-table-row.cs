// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: A row of a table has its values under column names, and typed access by an extension.
using System.Data;
using Ethics.Crm;

namespace PurposeBench.Cases.Keys.TableRow;

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
        foreach (var row in table.AsEnumerable())
            Use.Newsletter(row.Field<string>("mail")); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => Readers.Import(InvoiceTable.Build(Customers.Ada()));
}
