// verdict: violation
// origin: open
// channel: recipient:mailhouse
// source: Customer.Street
// proof: reaches
// why: A struct within a record is changed by a nested `with`, and the line that was not named goes to the mail house.
using Ethics.Crm;

namespace PurposeBench.Cases.Construction.RecordStructInside;

public readonly record struct Address(string Line, string Country);

public sealed record Shipment(int Order, Address Address)
{
    public Shipment Abroad(string country) => this with { Address = Address with { Country = country } };
}

[ForPurpose("billing")]
public static class Warehouse
{
    public static void Ship(Customer customer)
    {
        var shipment = new Shipment(12, new Address(customer.Street, "GB"));
        var abroad = shipment.Abroad("FR");
        MailHouse.Send(abroad.Address.Line); //! ECRM3001
    }
}

public static class Case
{
    public static void Run() => Warehouse.Ship(Customers.Ada());
}
