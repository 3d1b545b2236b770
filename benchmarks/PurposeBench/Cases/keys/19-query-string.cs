// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: A link carries the number as a parameter; the landing page takes the link apart again.
using Ethics.Crm;
using Microsoft.AspNetCore.WebUtilities;

namespace PurposeBench.Cases.Keys.QueryString;

[ForPurpose("support")]
public static class CallBackLink
{
    public static string For(Customer customer) => QueryHelpers.AddQueryString("/call-back", new Dictionary<string, string?>
    {
        ["lang"] = "en",
        ["to"] = customer.Phone,
    });
}

[ForPurpose("marketing")]
public static class LandingPage
{
    public static void Open(string link)
    {
        var query = QueryHelpers.ParseQuery(new Uri(new Uri("https://crm.example"), link).Query);
        Use.Marketing($"{query["lang"]}: {query["to"]}");
    }
}

public static class Case
{
    public static void Run() => LandingPage.Open(CallBackLink.For(Customers.Ada())); //! ECRM2002
}
