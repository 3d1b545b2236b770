// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Two headers of one mail; the newsletter looks at the other one.
using System.Collections.Specialized;
using Ethics.Crm;

namespace PurposeBench.Cases.Queues.HeaderCollection;

public static class Headers
{
    public const string ReplyTo = "Reply-To";
    public const string Topic = "X-Topic";
}

[ForPurpose("support")]
public static class Mailer
{
    public static NameValueCollection Write(Customer customer)
    {
        var headers = new NameValueCollection { { Headers.Topic, "router" } };
        headers.Add(Headers.ReplyTo, customer.Email);
        return headers;
    }
}

[ForPurpose("newsletter")]
public static class Topics
{
    public static void Collect(Customer customer) => Use.Newsletter(Mailer.Write(customer).Get(Headers.Topic));
}

public static class Case
{
    public static void Run() => Topics.Collect(Customers.Ada());
}
