// verdict: violation
// origin: blind
// channel: analytics
// source: Customer.Income
// proof: reaches
// why: A generated loop writes the cells of a table whose rows were mapped elsewhere.
using System.Globalization;
using Ethics.Crm;

namespace PurposeBench.Cases.Views.B07RowsInLoop;

public sealed record Row(string Label, IReadOnlyList<string> Cells);

[ForPurpose("billing")]
public static class DebtorTable
{
    public static Row ToRow(Customer customer) =>
        new("Debtor " + customer.Id, [customer.Segment, customer.Income.ToString(CultureInfo.InvariantCulture)]);
}

[ForPurpose("analytics")]
public sealed class TableView(IEnumerable<Row> model)
{
    public void Execute()
    {
        var output = new StringWriter();
        foreach (var row in model)
        {
            output.Write("<tr><th>" + row.Label + "</th>");
            foreach (var cell in row.Cells) //! ECRM2002
                output.Write("<td>" + cell + "</td>");
            output.Write("</tr>");
        }

        Use.Analytics(output.ToString());
    }
}

public static class Case
{
    public static void Run() => new TableView(new[] { Customers.Ada() }.Select(DebtorTable.ToRow).ToList()).Execute();
}
