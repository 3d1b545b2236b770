// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The interface's default reads the address for support; the class the newsletter uses brings an implementation of its own.
using Ethics.Crm;

namespace PurposeBench.Cases.Dispatch.DefaultMemberReplaced;

public interface IAddressSource
{
    [ForPurpose("support")]
    string Address(Customer customer) => customer.Email;
}

public sealed class DeskSource : IAddressSource;

public sealed class NewsSource : IAddressSource
{
    [ForPurpose("newsletter")]
    public string Address(Customer customer) => customer.NewsletterEmail;
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(Customer customer)
    {
        IAddressSource source = new NewsSource();
        Use.Newsletter(source.Address(customer));
    }
}

[ForPurpose("support")]
public static class Desk
{
    public static void Answer(Customer customer)
    {
        IAddressSource source = new DeskSource();
        Use.Support(source.Address(customer));
    }
}

public static class Case
{
    public static void Run()
    {
        Desk.Answer(Customers.Ada());
        Issue.Send(Customers.Ada());
    }
}
