// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Note
// proof: reaches
// why: What the loop assigned last, within using and lock, is read after them.
using Ethics.Crm;

namespace PurposeBench.Cases.Locals.LastLine;

[ForPurpose("support")]
public static class CallNotes
{
    private static readonly Lock Gate = new();

    public static string Latest(Customer customer)
    {
        var last = "";
        string? line;
        using (var reader = new StringReader("created\n" + customer.Note))
        {
            lock (Gate)
            {
                while ((line = reader.ReadLine()) is not null)
                    last = line;
            }
        }

        return last;
    }
}

[ForPurpose("marketing")]
public static class Pitch
{
    public static void Prepare(Customer customer) => Use.Marketing(CallNotes.Latest(customer)); //! ECRM2002
}

public static class Case
{
    public static void Run() => Pitch.Prepare(Customers.Ada());
}
