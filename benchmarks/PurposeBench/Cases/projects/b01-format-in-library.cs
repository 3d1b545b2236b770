// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: A helper in another project reads the member for the code that calls it.
using Ethics.Crm;

namespace PurposeBench.Cases.Projects.B01FormatInLibrary;

[ForPurpose("newsletter")]
public static class MergeMail
{
    public static void Send(IEnumerable<Customer> readers)
    {
        foreach (var reader in readers)
        {
            var line = ContactFormat.Line(reader); //! ECRM2003
            Use.Newsletter(line);
        }
    }
}

public static class Case
{
    public static void Run() => MergeMail.Send([Customers.Ada()]);
}
