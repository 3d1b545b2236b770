// verdict: violation
// origin: open
// channel: analytics
// source: Customer.Card
// proof: reaches
// why: One bag is merged into another pair by pair; nobody names the key on the way.
using Ethics.Crm;

namespace PurposeBench.Cases.Keys.MergedBags;

[ForPurpose("billing")]
public static class Checkout
{
    public static IDictionary<string, string> Facts(Customer customer) => new SortedList<string, string> { { "basket", "3" }, { "instrument", customer.Card } };
}

public static class Bags
{
    public static void MergeInto(this IDictionary<string, string> from, Dictionary<string, string> target)
    {
        foreach (var (key, value) in from)
            target.TryAdd(key, value);
    }
}

[ForPurpose("analytics")]
public static class FunnelReport
{
    public static void Write(Dictionary<string, string> facts) => Use.Analytics(facts["instrument"]); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        var all = new Dictionary<string, string> { ["page"] = "checkout" };
        Checkout.Facts(Customers.Ada()).MergeInto(all);
        FunnelReport.Write(all);
    }
}
