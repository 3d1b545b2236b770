// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Street
// proof: reaches
// why: The parcel is written through the array and read through the order that holds the same object.
using Ethics.Crm;

namespace PurposeBench.Cases.Objects.TwoNames;

public sealed class Parcel
{
    public string Destination = "";
}

public sealed class Order
{
    public Parcel Parcel = new();
}

[ForPurpose("billing")]
public static class Shipping
{
    public static void Label(Parcel[] parcels, Customer customer)
    {
        var same = parcels[0];
        var again = (Parcel)(object)same;
        again.Destination = customer.Street;
    }
}

[ForPurpose("marketing")]
public static class Regions
{
    public static void Rank(Order order) => Use.Marketing(order.Parcel.Destination); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        var order = new Order();
        Shipping.Label([order.Parcel, new Parcel()], Customers.Ada());
        Regions.Rank(order);
    }
}
