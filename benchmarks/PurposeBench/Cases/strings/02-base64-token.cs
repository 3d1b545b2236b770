// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Email
// proof: reaches
// why: Encoding is not encryption: the token decodes to the address.
using System.Text;
using Ethics.Crm;

namespace PurposeBench.Cases.Strings.Base64Token;

[ForPurpose("support")]
public static class TicketLink
{
    public static string Token(Customer customer) => Convert.ToBase64String(Encoding.UTF8.GetBytes(customer.Email));
}

[ForPurpose("analytics")]
public static class Funnel
{
    public static void Track(Customer customer)
    {
        var token = TicketLink.Token(customer); //! ECRM2002
        var bytes = Convert.FromBase64String(token);
        Use.Analytics(Encoding.UTF8.GetString(bytes));
    }
}

public static class Case
{
    public static void Run() => Funnel.Track(Customers.Ada());
}
