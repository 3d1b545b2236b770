// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The same library; the newsletter reads the language of the row.
using Ethics.Crm;

namespace PurposeBench.Cases.Projects.SharedMapperLanguage;

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(ContactRow row) => Use.Newsletter("in " + row.Reach.Language);
}

public static class Case
{
    public static void Run() => Issue.Send(ContactMapper.Map(Customers.Ada()));
}
