// verdict: violation
// origin: open
// channel: research
// source: Customer.Note
// proof: reaches
// why: Only the second pass over the label carries the note of the first.
using Ethics.Crm;

namespace PurposeBench.Cases.Locals.GotoRetry;

[ForPurpose("support")]
public static class Closing
{
    public static void Close(Customer customer)
    {
        var last = "nothing yet";
        var attempt = 0;
    again:
        Survey.Invite(last, attempt); //! ECRM2002
        last = customer.Note;
        if (++attempt < 2)
            goto again;
    }
}

[ForPurpose("research")]
public static class Survey
{
    public static void Invite(string about, int attempt) => Use.Research($"{attempt}: {about}");
}

public static class Case
{
    public static void Run() => Closing.Close(Customers.Ada());
}
