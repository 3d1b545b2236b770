// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: An immutable list is replaced by a longer one.
using System.Collections.Immutable;
using Ethics.Crm;

namespace PurposeBench.Cases.Queues.ImmutableList;

[ForPurpose("support")]
public sealed class Reachable
{
    public ImmutableList<string> Numbers { get; private set; } = [];

    public void Add(Customer customer) => Numbers = Numbers.Add("desk").Add(customer.Phone ?? "");
}

[ForPurpose("marketing")]
public static class Dialler
{
    public static void Call(Reachable reachable) => Use.Marketing(reachable.Numbers[1]); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        var reachable = new Reachable();
        reachable.Add(Customers.Ada());
        Dialler.Call(reachable);
    }
}
