// verdict: clean
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: The longer list is used on the spot; the property still holds the old one.
using System.Collections.Immutable;
using Ethics.Crm;

namespace PurposeBench.Cases.Queues.ImmutableUnchanged;

[ForPurpose("support")]
public sealed class Reachable
{
    public ImmutableList<string> Numbers { get; } = ["desk"];

    public void Show(Customer customer) => Use.Support(Numbers.Add(customer.Phone ?? ""));
}

[ForPurpose("marketing")]
public static class Dialler
{
    public static void Call(Reachable reachable)
    {
        foreach (var number in reachable.Numbers)
            Use.Marketing(number);
    }
}

public static class Case
{
    public static void Run()
    {
        var reachable = new Reachable();
        reachable.Show(Customers.Ada());
        Dialler.Call(reachable);
    }
}
