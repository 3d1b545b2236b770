// verdict: violation
// origin: open
// channel: marketing.email
// source: Customer.Email
// proof: reaches
// why: A builder, an immutable dictionary and a frozen one in turn.
using System.Collections.Frozen;
using System.Collections.Immutable;
using Ethics.Crm;

namespace PurposeBench.Cases.Queues.FrozenLookup;

[ForPurpose("billing")]
public static class Payers
{
    public static FrozenDictionary<int, string> Index(IEnumerable<Customer> customers)
    {
        var builder = ImmutableDictionary.CreateBuilder<int, string>();
        foreach (var customer in customers)
            builder[customer.Id] = customer.Email;
        return builder.ToImmutable().SetItem(0, "nobody").ToFrozenDictionary();
    }
}

[ForPurpose("marketing.email")]
public static class Offers
{
    public static void Send(IEnumerable<Customer> customers) => Use.MarketingEmail(Payers.Index(customers).GetValueOrDefault(7)); //! ECRM2002
}

public static class Case
{
    public static void Run() => Offers.Send([Customers.Ada(), Customers.Other()]);
}
