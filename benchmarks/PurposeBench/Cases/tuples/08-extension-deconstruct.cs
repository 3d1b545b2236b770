// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Email
// proof: differs
// why: A foreign type is taken apart by an extension of ours.
using System.Net.Mail;
using Ethics.Crm;

namespace PurposeBench.Cases.Tuples.ExtensionDeconstruct;

public static class MailAddressParts
{
    public static void Deconstruct(this MailAddress address, out string user, out string host) => (user, host) = (address.User, address.Host);
}

[ForPurpose("support")]
public static class Senders
{
    public static string Account(Customer customer)
    {
        var (user, _) = new MailAddress(customer.Email);
        return user;
    }
}

[ForPurpose("analytics")]
public static class Domains
{
    public static void Count(Customer customer) => Use.Analytics(Senders.Account(customer)); //! ECRM2002
}

public static class Case
{
    public static void Run() => Domains.Count(Customers.Ada());
}
