// verdict: clean
// origin: open
// channel: analytics
// source: Customer.Phone
// proof: reaches
// why: The init accessor keeps whether there is a number, not the number.
using Ethics.Crm;

namespace PurposeBench.Cases.Construction.FlagOnInit;

public sealed class Profile
{
    private readonly bool _reachable;

    public string? Phone
    {
        init => _reachable = value is not null;
    }

    public string Reach => _reachable ? "by phone" : "by letter";
}

[ForPurpose("support")]
public static class Profiles
{
    public static Profile Of(Customer customer) => new() { Phone = customer.Phone };
}

[ForPurpose("analytics")]
public static class Reach
{
    public static void Count(Customer customer) => Use.Analytics(Profiles.Of(customer).Reach);
}

public static class Case
{
    public static void Run() => Reach.Count(Customers.Ada());
}
