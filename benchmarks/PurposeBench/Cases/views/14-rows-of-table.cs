// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Income
// proof: reaches
// why: A table model takes a lambda for each column; the view of analytics writes the cells.
using Ethics.Crm;

namespace PurposeBench.Cases.Views.RowsOfTable;

public sealed class TableModel<TRow>(IEnumerable<TRow> rows)
{
    private readonly List<(string Header, Func<TRow, object?> Cell)> _columns = [];

    public TableModel<TRow> Column(string header, Func<TRow, object?> cell)
    {
        _columns.Add((header, cell));
        return this;
    }

    public IEnumerable<string> Headers => _columns.Select(column => column.Header);

    public IEnumerable<object?[]> Cells => rows.Select(row => _columns.Select(column => column.Cell(row)).ToArray());
}

[ForPurpose("billing")]
public static class Solvency
{
    public static TableModel<Customer> Of(params Customer[] customers) =>
        new TableModel<Customer>(customers).Column("Segment", c => c.Segment).Column("Income", c => c.Income);
}

[ForPurpose("analytics")]
public static class ReportView
{
    public static void Render(TableModel<Customer> table)
    {
        Use.Analytics(string.Join(';', table.Headers));
        foreach (var cells in table.Cells) //! ECRM2002
            Use.Analytics(string.Join(';', cells));
    }
}

public static class Case
{
    public static void Run() => ReportView.Render(Solvency.Of(Customers.Ada(), Customers.Other()));
}
