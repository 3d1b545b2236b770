// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Static abstract members return addresses by type argument; the newsletter names the type with its own.
using Ethics.Crm;

namespace PurposeBench.Cases.Dispatch.StaticAbstractOwn;

public interface IAddressOf<TSelf>
    where TSelf : IAddressOf<TSelf>
{
    static abstract string For(Customer customer);
}

[ForPurpose("support")]
public sealed class TicketAddress : IAddressOf<TicketAddress>
{
    public static string For(Customer customer) => customer.Email;
}

[ForPurpose("newsletter")]
public sealed class NewsAddress : IAddressOf<NewsAddress>
{
    public static string For(Customer customer) => customer.NewsletterEmail;
}

public static class Addresses
{
    public static string Get<TAddress>(Customer customer)
        where TAddress : IAddressOf<TAddress> => TAddress.For(customer);
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(Customer customer) => Use.Newsletter(Addresses.Get<NewsAddress>(customer));
}

[ForPurpose("support")]
public static class Desk
{
    public static void Answer(Customer customer) => Use.Support(Addresses.Get<TicketAddress>(customer));
}

public static class Case
{
    public static void Run()
    {
        Issue.Send(Customers.Ada());
        Desk.Answer(Customers.Ada());
    }
}
