// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The object and its mapper belong to the library; the newsletter reads the object here.
using Ethics.Crm;

namespace PurposeBench.Cases.Projects.SharedMapper;

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(ContactRow row) => Use.Newsletter(row.Reach.Primary); //! ECRM2002
}

public static class Case
{
    public static void Run() => Issue.Send(ContactMapper.Map(Customers.Ada()));
}
