// verdict: violation
// origin: blind
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: The dialler caches numbers for everybody; marketing looks one up that support put there.
using System.Collections.Concurrent;
using Ethics.Crm;

namespace PurposeBench.Cases.Queues.DiallerCache;

[ForPurpose("support")]
public sealed class Dialler
{
    private readonly ConcurrentDictionary<int, string> _numbers = new();

    public ConcurrentDictionary<int, string> Numbers => _numbers;

    public string Dial(Customer customer) =>
        _numbers.AddOrUpdate(customer.Id, static (_, of) => of.Phone ?? "", static (_, old, of) => of.Phone ?? old, customer);
}

[ForPurpose("marketing")]
public static class Winback
{
    public static void Call(Dialler dialler, int customerId)
    {
        var number = dialler.Numbers.GetValueOrDefault(customerId, "none"); //! ECRM2002
        Use.Marketing(number);
    }
}

public static class Case
{
    public static void Run()
    {
        var dialler = new Dialler();
        dialler.Dial(Customers.Ada());
        Winback.Call(dialler, 7);
    }
}
