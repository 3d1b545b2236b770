// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Note
// proof: differs
// why: Each page brings the columns of its own table, and the newsletter's has none for the notes.
using Ethics.Crm;

namespace PurposeBench.Cases.Views.B09TableColumns;

public sealed class Table<TRow>(params (string Title, Func<TRow, string> Cell)[] columns)
{
    public string Render(IEnumerable<TRow> rows)
    {
        var html = new StringWriter();
        html.Write("<tr>" + string.Concat(columns.Select(static column => $"<th>{column.Title}</th>")) + "</tr>");
        foreach (var row in rows)
        {
            html.Write("<tr>");
            foreach (var (_, cell) in columns)
                html.Write($"<td>{cell(row)}</td>");
            html.Write("</tr>");
        }

        return html.ToString();
    }
}

[ForPurpose("support")]
public static class CallerPage
{
    public static void Show(Customer[] callers) =>
        Use.Support(new Table<Customer>(("Name", static c => c.Name), ("Said", static c => c.Note)).Render(callers));
}

[ForPurpose("newsletter")]
public static class ReaderPage
{
    public static void Show(Customer[] readers) =>
        Use.Newsletter(new Table<Customer>(("Name", static c => c.Name), ("To", static c => c.NewsletterEmail)).Render(readers));
}

public static class Case
{
    public static void Run()
    {
        Customer[] people = [Customers.Ada(), Customers.Other()];
        CallerPage.Show(people);
        ReaderPage.Show(people);
    }
}
