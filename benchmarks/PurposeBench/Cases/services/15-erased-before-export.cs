// verdict: clean
// origin: open
// channel: recipient:mailhouse
// source: Customer.Street
// proof: reaches
// why: The row is saved with the street and overwritten by the service that closes the account before the export runs.
using Ethics.Crm;

namespace PurposeBench.Cases.Services.ErasedBeforeExport;

public sealed class OrderRow
{
    public string To { get; set; } = "";
}

public sealed class OrderStore
{
    private readonly SortedDictionary<int, OrderRow> _rows = [];

    public OrderRow this[int id]
    {
        get => _rows[id];
        set => _rows[id] = value;
    }
}

[ForPurpose("billing")]
public sealed class OrderService(OrderStore store)
{
    public void Place(Customer customer)
    {
        store[customer.Id] = new OrderRow { To = customer.Street };
        Use.Billing(store[customer.Id].To);
    }

    public void CloseAccount(int id) => store[id] = new OrderRow { To = "closed" };
}

public sealed class LabelExport(OrderStore store)
{
    public void Run(int id) => MailHouse.Send(store[id].To);
}

public static class Case
{
    public static void Run()
    {
        var store = new OrderStore();
        var orders = new OrderService(store);
        orders.Place(Customers.Ada());
        orders.CloseAccount(7);
        new LabelExport(store).Run(7);
    }
}
