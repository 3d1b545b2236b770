// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: The key is put together in two ways, from constants both times, and names one value.
using System.Collections.Concurrent;
using Ethics.Crm;

namespace PurposeBench.Cases.Keys.ComposedKey;

public static class Keys
{
    public const string Prefix = "lead:";

    public const string Mobile = Prefix + nameof(Customer.Phone);

    public static string For(string member) => $"{Prefix}{member}";
}

[ForPurpose("support")]
public sealed class CallBack(ConcurrentDictionary<string, string?> store)
{
    public void Plan(Customer customer) => store.AddOrUpdate(Keys.For("Phone"), customer.Phone, (_, _) => customer.Phone);
}

[ForPurpose("marketing")]
public sealed class Dialler(ConcurrentDictionary<string, string?> store)
{
    public void Dial()
    {
        if (store.TryGetValue(Keys.Mobile, out var number)) //! ECRM2002
            Use.Marketing(number);
    }
}

public static class Case
{
    public static void Run()
    {
        var store = new ConcurrentDictionary<string, string?>();
        new CallBack(store).Plan(Customers.Ada());
        new Dialler(store).Dial();
    }
}
