// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Two keys that differ in case are two keys where the comparer is ordinal.
using Ethics.Crm;

namespace PurposeBench.Cases.Keys.KeyByCase;

[ForPurpose("support")]
public sealed class Claims(Dictionary<string, string> claims)
{
    public void Add(Customer customer)
    {
        claims["Email"] = customer.Email;
        claims["email"] = "desk@fabrikam.example";
    }
}

[ForPurpose("newsletter")]
public sealed class Issue(Dictionary<string, string> claims)
{
    public void Send() => Use.Newsletter("reply to " + claims["email"]);
}

public static class Case
{
    public static void Run()
    {
        var claims = new Dictionary<string, string>(StringComparer.Ordinal);
        new Claims(claims).Add(Customers.Ada());
        new Issue(claims).Send();
    }
}
