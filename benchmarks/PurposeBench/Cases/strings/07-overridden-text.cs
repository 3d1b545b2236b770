// verdict: clean
// origin: open
// channel: log
// source: Customer.Phone
// proof: reaches
// why: The same job with a text of its own, which names the ticket alone.
using Ethics.Crm;

namespace PurposeBench.Cases.Strings.OverriddenText;

public sealed record CallJob(int Ticket, string? Number)
{
    public override string ToString() => $"call for ticket {Ticket}";
}

[ForPurpose("support")]
public static class Dialler
{
    public static void Dial(Customer customer)
    {
        var job = new CallJob(4711, customer.Phone);
        Use.Support(job.Number);
        Console.WriteLine("Dialled: " + job);
        Console.WriteLine($"Done: {job}");
    }
}

public static class Case
{
    public static void Run() => Dialler.Dial(Customers.Ada());
}
