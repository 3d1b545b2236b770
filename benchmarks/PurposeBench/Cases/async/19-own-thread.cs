// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: A thread of its own looks the number up and leaves it in a field.
using Ethics.Crm;

namespace PurposeBench.Cases.Async.OwnThread;

[ForPurpose("support")]
public sealed class Lookup
{
    public string? Found { get; private set; }

    public void Start(Customer customer)
    {
        var thread = new Thread(() => Found = customer.Phone);
        thread.Start();
        thread.Join();
        Use.Support(Found);
    }
}

[ForPurpose("marketing")]
public static class CallList
{
    public static void Add(Lookup lookup)
    {
        var number = lookup.Found; //! ECRM2002
        Use.Marketing(number);
    }
}

public static class Case
{
    public static void Run()
    {
        var lookup = new Lookup();
        lookup.Start(Customers.Ada());
        CallList.Add(lookup);
    }
}
