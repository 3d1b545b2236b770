// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Note
// proof: reaches
// why: Old collections hold objects; a cast gives the note back.
using System.Collections;
using Ethics.Crm;

namespace PurposeBench.Cases.Queues.UntypedTable;

[ForPurpose("support")]
public static class Journal
{
    public static ArrayList Lines(Customer customer)
    {
        var table = new Hashtable { ["subject"] = "router", [1] = customer.Note };
        var lines = new ArrayList();
        lines.Add(table["subject"]);
        lines.Add(table[1]);
        return lines;
    }
}

[ForPurpose("analytics")]
public static class Words
{
    public static void Count(Customer customer) => Use.Analytics((string?)Journal.Lines(customer)[1]); //! ECRM2002
}

public static class Case
{
    public static void Run() => Words.Count(Customers.Ada());
}
