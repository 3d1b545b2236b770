// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Email
// proof: differs
// why: Support fills a copy of the struct; the original, which the newsletter gets, never held the address.
using Ethics.Crm;

namespace PurposeBench.Cases.Refs.StructCopy;

public struct Header
{
    public string From;

    public string To;
}

[ForPurpose("support")]
public static class Answer
{
    public static void Send(Header header, Customer customer)
    {
        header.To = customer.Email;
        Use.Support(header.To);
    }
}

[ForPurpose("newsletter")]
public static class Broadcast
{
    public static void Send(in Header header) => Use.Newsletter($"{header.From} → {header.To}");
}

public static class Case
{
    public static void Run()
    {
        var header = new Header { From = "hello@fabrikam.example", To = "list@fabrikam.example" };
        Answer.Send(header, Customers.Ada());
        Broadcast.Send(in header);
    }
}
