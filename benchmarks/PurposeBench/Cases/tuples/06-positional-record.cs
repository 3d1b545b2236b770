// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Street
// proof: reaches
// why: A positional record is taken apart by the method that the compiler wrote for it.
using Ethics.Crm;

namespace PurposeBench.Cases.Tuples.PositionalRecord;

public sealed record Delivery(int Order, string Street, string Product);

[ForPurpose("billing")]
public static class Warehouse
{
    public static Delivery Pack(Customer customer) => new(12, customer.Street, "Router 4");
}

[ForPurpose("marketing")]
public static class Districts
{
    public static void Rank(Customer customer)
    {
        var (_, street, product) = Warehouse.Pack(customer); //! ECRM2002
        Use.Marketing(product);
        Use.Marketing(street);
    }
}

public static class Case
{
    public static void Run() => Districts.Rank(Customers.Ada());
}
