// verdict: clean
// origin: open
// channel: analytics
// source: Customer.Email
// proof: reaches
// why: The keyed hash is declared to anonymise, with a reason, and the address itself stays where it is.
using System.Security.Cryptography;
using System.Text;
using Ethics.Crm;

namespace PurposeBench.Cases.Strings.Pseudonym;

public static class Pseudonyms
{
    private static readonly byte[] Key = new byte[32];

    [Anonymizes("keyed hash, the key is destroyed every night")]
    public static string Of(string text) => Convert.ToHexString(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(text)));
}

[ForPurpose("support")]
public static class Session
{
    public static string Token(Customer customer) => Pseudonyms.Of(customer.Email.Trim().ToUpperInvariant());
}

[ForPurpose("analytics")]
public static class Visits
{
    public static void Count(Customer customer) => Use.Analytics("visit of " + Session.Token(customer));
}

public static class Case
{
    public static void Run() => Visits.Count(Customers.Ada());
}
