// verdict: violation
// origin: blind
// channel: marketing
// source: Order.Delivery
// proof: reaches
// why: The code is old and has no attributes; the policy says what its classes work for and what its members hold.
using Ethics.Crm;

namespace PurposeBench.Cases.Services.PolicyCode;

public sealed class Order
{
    [DataSubjectId(typeof(Customer))]
    public int CustomerId { get; set; }

    // Labelled by the policy.
    public string Delivery { get; set; } = "";

    public string Article { get; set; } = "";
}

public interface IOrderStore
{
    Order Latest(int customerId);
}

public sealed class OrderStore : IOrderStore
{
    private readonly Dictionary<int, Order> _orders = [];

    public void Save(Order order) => _orders[order.CustomerId] = order;

    public Order Latest(int customerId) => _orders[customerId];
}

// "billing" by the policy.
public sealed class ShippingService(IOrderStore store)
{
    public string Destination(int customerId) => store.Latest(customerId).Delivery;
}

// "marketing" by the policy.
public sealed class CrossSellingService(IOrderStore store, ShippingService shipping)
{
    public void Offer(int customerId)
    {
        var article = store.Latest(customerId).Article;
        var place = shipping.Destination(customerId); //! ECRM2002
        Use.Marketing($"You bought {article}; our shop near {place} has more");
    }
}

public static class Case
{
    public static void Run()
    {
        var store = new OrderStore();
        store.Save(new Order { CustomerId = 7, Delivery = Mark.Text("Order.Delivery"), Article = "Router 4" });
        new CrossSellingService(store, new ShippingService(store)).Offer(7);
    }
}
