// verdict: clean
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: The list is cleared before the campaign gets it.
using Ethics.Crm;

namespace PurposeBench.Cases.Cleared.ClearedList;

public sealed class CallList
{
    public List<string?> Numbers { get; } = [];
}

[ForPurpose("support")]
public static class Desk
{
    public static void Work(CallList list, Customer customer)
    {
        list.Numbers.Add(customer.Phone);
        list.Numbers.ForEach(Use.Support);
        list.Numbers.Clear();
        list.Numbers.Add("0800 1000");
    }
}

[ForPurpose("marketing")]
public static class Campaign
{
    public static void Call(CallList list)
    {
        foreach (var number in list.Numbers)
            Use.Marketing(number);
    }
}

public static class Case
{
    public static void Run()
    {
        var list = new CallList();
        Desk.Work(list, Customers.Ada());
        Campaign.Call(list);
    }
}
