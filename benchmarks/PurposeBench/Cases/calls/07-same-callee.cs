// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: One method cleans two texts and one method of the newsletter gets both; only the second text is an address.
using Ethics.Crm;

namespace PurposeBench.Cases.Calls.SameCallee;

[ForPurpose("support")]
public static class Handover
{
    public static void Give(Customer customer)
    {
        var topic = Text.Clean(customer.Segment);
        var address = Text.Clean(customer.Email);
        Recruiting.Add(topic);
        Recruiting.Add(address); //! ECRM2002
    }
}

public static class Text
{
    public static string Clean(string text) => Shorten(text.Trim(), 200);

    private static string Shorten(string text, int length) => text.Length > length ? text[..length] : text;
}

[ForPurpose("newsletter")]
public static class Recruiting
{
    public static void Add(string text) => Use.Newsletter(text);
}

public static class Case
{
    public static void Run() => Handover.Give(Customers.Ada());
}
