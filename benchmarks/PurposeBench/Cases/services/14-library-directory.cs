// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The directory is a service of another project, which works for support; what it hands out is read here.
using Ethics.Crm;

namespace PurposeBench.Cases.Services.LibraryDirectory;

[ForPurpose("newsletter")]
public sealed class Issue(ContactDirectory directory)
{
    public void Send(int id)
    {
        if (directory.TryGet(id, out var card))
            Use.Newsletter(card!.Address); //! ECRM2002
    }
}

public static class Case
{
    public static void Run()
    {
        var directory = new ContactDirectory();
        directory.Add(Customers.Ada());
        new Issue(directory).Send(7);
    }
}
