// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Street
// proof: reaches
// why: A left join in query syntax puts the street of the buyer beside the order.
using Ethics.Crm;

namespace PurposeBench.Cases.Linq.LeftJoin;

public sealed record Order(int CustomerId, string Item);

public sealed record Delivery(string Item, string To);

[ForPurpose("billing")]
public static class Deliveries
{
    public static IEnumerable<Delivery> Of(IEnumerable<Order> orders, IEnumerable<Customer> customers) =>
        from order in orders
        join customer in customers on order.CustomerId equals customer.Id into buyers
        from buyer in buyers.DefaultIfEmpty()
        select new Delivery(order.Item, buyer is null ? "unknown" : buyer.Street);
}

[ForPurpose("analytics")]
public static class DeliveryMap
{
    public static void Draw(IEnumerable<Order> orders, IEnumerable<Customer> customers)
    {
        var places = Deliveries.Of(orders, customers).Select(static delivery => delivery.To); //! ECRM2002
        Use.Analytics(string.Join("; ", places));
    }
}

public static class Case
{
    public static void Run() => DeliveryMap.Draw([new Order(7, "router"), new Order(9, "cable")], [Customers.Ada()]);
}
