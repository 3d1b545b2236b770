// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Spread into one collection expression after the other, the address stays an element.
using Ethics.Crm;

namespace PurposeBench.Cases.Collections.SpreadElements;

[ForPurpose("support")]
public static class Watchers
{
    public static IReadOnlyList<string> Of(Customer customer)
    {
        string[] own = [customer.Email];
        List<string> all = ["desk@fabrikam.example", .. own];
        return [.. all[1..], "archive@fabrikam.example"];
    }
}

[ForPurpose("newsletter")]
public static class Announcement
{
    public static void Send(Customer customer)
    {
        foreach (var to in Watchers.Of(customer)) //! ECRM2002
            Use.Newsletter(to);
    }
}

public static class Case
{
    public static void Run() => Announcement.Send(Customers.Ada());
}
