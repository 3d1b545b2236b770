// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: A context saves orders and loads them again with their buyers; the query selects the address into the rows that the newsletter reads.
using Ethics.Crm;

namespace PurposeBench.Cases.Linq.IncludedBuyer;

public sealed record Order(int Number, string Product, Customer Buyer);

public sealed record OrderLine(string Product, string To);

public sealed class ShopContext : DbContext
{
    public DbSet<Order> Orders => Set<Order>();
}

[ForPurpose("support")]
public sealed class OrderQueries(ShopContext db)
{
    public void Place(Customer buyer)
    {
        db.Orders.Add(new Order(12, "router", buyer));
        db.SaveChanges();
    }

    public IQueryable<OrderLine> Lines() =>
        db.Orders.Include(static order => order.Buyer).Where(static order => order.Number > 0).Select(static order => new OrderLine(order.Product, order.Buyer.Email));
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static void Send(OrderQueries queries)
    {
        foreach (var line in queries.Lines().Take(5).ToList())
            Use.Newsletter(line.To); //! ECRM2002
    }
}

public static class Case
{
    public static void Run()
    {
        var queries = new OrderQueries(new ShopContext());
        queries.Place(Customers.Ada());
        Issue.Send(queries);
    }
}
