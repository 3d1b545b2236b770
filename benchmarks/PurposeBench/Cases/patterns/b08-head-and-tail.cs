// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Street
// proof: reaches
// why: The switch takes a row apart into head and tail, cell by cell, and puts every cell into the line.
using Ethics.Crm;

namespace PurposeBench.Cases.Patterns.B08HeadAndTail;

public static class Cells
{
    public static string Line(ReadOnlySpan<string> cells) => cells switch
    {
        [] => "",
        [var last] => last,
        ["", .. var tail] => Line(tail),
        [var head, .. var tail] => head + ", " + Line(tail),
    };
}

[ForPurpose("billing")]
public static class DebtorRow
{
    public static string[] Of(Customer debtor) => ["", debtor.Name, debtor.Street, "net 30"];
}

[ForPurpose("newsletter")]
public static class PostalMailing
{
    public static void Address(Customer reader) => Use.Newsletter(Cells.Line(DebtorRow.Of(reader))); //! ECRM2002
}

public static class Case
{
    public static void Run() => PostalMailing.Address(Customers.Ada());
}
