// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: A cell of a table that was filled by row and column.
using Ethics.Crm;

namespace PurposeBench.Cases.Collections.TwoDimensions;

[ForPurpose("support")]
public static class Board
{
    public static string[,] Draw(IReadOnlyList<Customer> customers)
    {
        var cells = new string[customers.Count + 1, 2];
        (cells[0, 0], cells[0, 1]) = ("product", "contact");
        for (var row = 0; row < customers.Count; row++)
        {
            cells[row + 1, 0] = "Router 4";
            cells[row + 1, 1] = customers[row].Email;
        }

        return cells;
    }
}

[ForPurpose("newsletter")]
public static class Audience
{
    public static void Collect(IReadOnlyList<Customer> customers) => Use.Newsletter(Board.Draw(customers)[1, 1]); //! ECRM2002
}

public static class Case
{
    public static void Run() => Audience.Collect([Customers.Ada()]);
}
