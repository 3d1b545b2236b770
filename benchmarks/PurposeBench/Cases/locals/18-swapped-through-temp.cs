// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: After the exchange the address stands in the local that the reply takes.
using Ethics.Crm;

namespace PurposeBench.Cases.Locals.SwappedThroughTemp;

public static class Routing
{
    public static void Route(Customer customer)
    {
        var bulk = customer.Email;
        var single = customer.NewsletterEmail;
        var temp = bulk;
        bulk = single;
        single = temp;
        temp = "";

        Issue.Send(bulk + temp);
        Reply.Send(single);
    }
}

[ForPurpose("support")]
public static class Reply
{
    public static void Send(string to) => Use.Support(to);
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(string to) => Use.Newsletter(to);
}

public static class Case
{
    public static void Run() => Routing.Route(Customers.Ada());
}
