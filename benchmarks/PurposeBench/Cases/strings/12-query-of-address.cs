// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Email
// proof: reaches
// why: The address is escaped into a link, and analytics takes the query out of the link.
using Ethics.Crm;

namespace PurposeBench.Cases.Strings.QueryOfAddress;

[ForPurpose("support")]
public static class TicketLink
{
    public static Uri Build(Customer customer)
    {
        var builder = new UriBuilder("https", "support.fabrikam.example") { Path = "tickets/4711" };
        builder.Query = "from=" + Uri.EscapeDataString(customer.Email);
        return builder.Uri;
    }
}

[ForPurpose("analytics")]
public static class ClickMap
{
    public static void Add(Customer customer)
    {
        var query = TicketLink.Build(customer).Query; //! ECRM2002
        Use.Analytics(Uri.UnescapeDataString(query));
    }
}

public static class Case
{
    public static void Run() => ClickMap.Add(Customers.Ada());
}
