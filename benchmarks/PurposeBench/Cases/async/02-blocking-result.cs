// verdict: violation
// origin: open
// channel: research
// source: Customer.Note
// proof: reaches
// why: The task is not awaited but asked for its result.
using Ethics.Crm;

namespace PurposeBench.Cases.Async.BlockingResult;

[ForPurpose("support")]
public static class Notes
{
    public static Task<string> LoadAsync(Customer customer) => Task.Run(() => customer.Note);
}

[ForPurpose("research")]
public static class Interviews
{
    public static void Read(Customer customer)
    {
        var note = Notes.LoadAsync(customer).GetAwaiter().GetResult(); //! ECRM2002
        Use.Research(note);
    }
}

public static class Case
{
    public static void Run() => Interviews.Read(Customers.Ada());
}
