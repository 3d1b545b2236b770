// verdict: clean
// origin: open
// channel: research
// source: Customer.Note
// proof: reaches
// why: The recursion hands the note on to itself and returns what it has counted.
using Ethics.Crm;

namespace PurposeBench.Cases.Calls.RecursionDrops;

[ForPurpose("support")]
public static class Archive
{
    public static string File(string note, int copies, string label)
    {
        Use.Support(note);
        return copies == 0 ? label : File(note, copies - 1, $"{label}, copy {copies}");
    }

    public static string FileNote(Customer customer) => File(customer.Note, 3, "filed");
}

[ForPurpose("research")]
public static class Shelves
{
    public static void Count(Customer customer) => Use.Research(Archive.FileNote(customer));
}

public static class Case
{
    public static void Run() => Shelves.Count(Customers.Ada());
}
