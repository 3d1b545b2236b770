// verdict: clean
// origin: open
// channel: marketing
// source: Customer.Street
// proof: reaches
// why: The same record taken apart, with the street discarded by a positional pattern.
using Ethics.Crm;

namespace PurposeBench.Cases.Tuples.PositionalRecordOtherHalf;

public sealed record Delivery(int Order, string Street, string Product);

[ForPurpose("billing")]
public static class Warehouse
{
    public static Delivery Pack(Customer customer) => new(12, customer.Street, "Router 4");
}

[ForPurpose("marketing")]
public static class Products
{
    public static void Rank(Customer customer)
    {
        var (order, _, product) = Warehouse.Pack(customer);
        Use.Marketing($"{product} in order {order}");
        if (Warehouse.Pack(customer) is (12, _, var again))
            Use.Marketing(again);
    }
}

public static class Case
{
    public static void Run() => Products.Rank(Customers.Ada());
}
