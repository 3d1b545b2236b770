// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Street
// proof: reaches
// why: The read stands in a helper of another project; the call that reaches it stands here.
using Ethics.Crm;

namespace PurposeBench.Cases.Calls.LibraryFormatter;

[ForPurpose("newsletter")]
public static class PrintRun
{
    public static void Add(Customer customer)
    {
        var line = ContactFormatter.OneLine(customer); //! ECRM2003
        Use.Newsletter(line);
    }
}

public static class Case
{
    public static void Run() => PrintRun.Add(Customers.Ada());
}
