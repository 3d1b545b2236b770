// verdict: violation
// origin: open
// channel: log
// source: Customer.Street
// proof: reaches
// why: An "@" asks the logger to keep the whole object with all its members.
using Ethics.Crm;
using Microsoft.Extensions.Logging;

namespace PurposeBench.Cases.Sinks.DestructuredObject;

public sealed class Parcel(string street, int weight)
{
    public string Street { get; } = street;

    public int Weight { get; } = weight;
}

[ForPurpose("billing")]
public static class Shipping
{
    public static Parcel Pack(Customer customer) => new(customer.Street, 900);

    public static void Ship(Parcel parcel) => Logs.Logger.LogDebug("Shipping {@Parcel}", parcel); //! ECRM3002
}

public static class Case
{
    public static void Run() => Shipping.Ship(Shipping.Pack(Customers.Ada()));
}
