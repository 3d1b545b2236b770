// verdict: clean
// origin: open
// channel: analytics
// source: Customer.Phone
// proof: differs
// why: A device that is found by a number carries its own labels alone, and it has none.
using Ethics.Crm;

namespace PurposeBench.Cases.Collections.ObjectFoundByPhone;

public sealed record Device(string Model, int Firmware);

[ForPurpose("support")]
public sealed class DeviceIndex
{
    private readonly Dictionary<string, Device> _byPhone = [];

    public void Register(Customer customer, Device device) => _byPhone[customer.Phone ?? ""] = device;

    public Device Find(Customer customer) => _byPhone[customer.Phone ?? ""];
}

[ForPurpose("analytics")]
public static class Firmware
{
    public static void Count(DeviceIndex index, Customer customer)
    {
        var device = index.Find(customer);
        Use.Analytics($"{device.Model} {device.Firmware}");
    }
}

public static class Case
{
    public static void Run()
    {
        var index = new DeviceIndex();
        index.Register(Customers.Ada(), new Device("Router 4", 12));
        Firmware.Count(index, Customers.Ada());
    }
}
