// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: An extended property pattern takes the address out of an object inside an object.
using Ethics.Crm;

namespace PurposeBench.Cases.Patterns.ExtendedProperty;

public sealed record Buyer(int Number, string To);

public sealed record Order(string Item, Buyer? Buyer);

[ForPurpose("billing")]
public static class Shop
{
    public static Order Place(Customer customer) => new("router", new Buyer(customer.Id, customer.Email));
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(Order order)
    {
        if (order is { Item.Length: > 0, Buyer.To: { } to }) //! ECRM2002
            Use.Newsletter(to);
    }
}

public static class Case
{
    public static void Run() => Issue.Send(Shop.Place(Customers.Ada()));
}
