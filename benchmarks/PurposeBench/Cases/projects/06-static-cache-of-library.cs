// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: A static of the library keeps what support put there.
using Ethics.Crm;

namespace PurposeBench.Cases.Projects.StaticCacheOfLibrary;

[ForPurpose("support")]
public static class Desk
{
    public static void Open(Customer customer) => RecentContacts.Remember(customer.Id, customer.Email);
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(int id)
    {
        if (RecentContacts.TryRecall(id, out var address)) //! ECRM2002
            Use.Newsletter(address);
    }
}

public static class Case
{
    public static void Run()
    {
        Desk.Open(Customers.Ada());
        Issue.Send(7);
    }
}
