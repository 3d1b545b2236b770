// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Email
// proof: differs
// why: A hash is a pseudonym: it is derived from the address and tells one visitor from another.
using System.Security.Cryptography;
using System.Text;
using Ethics.Crm;

namespace PurposeBench.Cases.Cleared.Pseudonym;

[ForPurpose("support")]
public static class Pseudonyms
{
    public static string Of(Customer customer) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(customer.Email)))[..12];
}

[ForPurpose("analytics")]
public static class Sessions
{
    public static void Begin(Customer customer)
    {
        var visitor = Pseudonyms.Of(customer); //! ECRM2002
        Use.Analytics($"session of {visitor}");
    }
}

public static class Case
{
    public static void Run() => Sessions.Begin(Customers.Ada());
}
