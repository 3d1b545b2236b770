// verdict: violation
// origin: blind
// channel: analytics
// source: Customer.Street
// proof: reaches
// why: Billing maps the customer to a row and saves it; analytics queries the repository and reads the row.
using Ethics.Crm;

namespace PurposeBench.Cases.Services.MappedRows;

public sealed class OrderRow
{
    public string Delivery { get; set; } = "";

    public int Items { get; set; }
}

public interface IMapper<in TFrom, TTo>
{
    TTo Map(TFrom from);
}

public sealed class OrderMapper : IMapper<Customer, OrderRow>
{
    public OrderRow Map(Customer from) => new() { Delivery = from.Street, Items = 1 };
}

public sealed class Repository<T>
{
    private readonly List<T> _rows = [];

    public void Add(T row) => _rows.Add(row);

    public IEnumerable<T> Where(Func<T, bool> condition) => _rows.Where(condition);
}

[ForPurpose("billing")]
public sealed class OrderService(Repository<OrderRow> rows, IMapper<Customer, OrderRow> mapper)
{
    public void Place(Customer customer) => rows.Add(mapper.Map(customer));
}

[ForPurpose("analytics")]
public sealed class DeliveryHeatmap(Repository<OrderRow> rows)
{
    public void Draw()
    {
        foreach (var row in rows.Where(static row => row.Items > 0))
            Use.Analytics(row.Delivery); //! ECRM2002
    }
}

public static class Case
{
    public static void Run()
    {
        var rows = new Repository<OrderRow>();
        new OrderService(rows, new OrderMapper()).Place(Customers.Ada());
        new DeliveryHeatmap(rows).Draw();
    }
}
