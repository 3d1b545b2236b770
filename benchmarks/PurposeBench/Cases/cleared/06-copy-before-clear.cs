// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: The list is cleared, but the campaign kept a copy of it.
using Ethics.Crm;

namespace PurposeBench.Cases.Cleared.CopyBeforeClear;

public sealed class CallList
{
    private readonly List<string?> _numbers = [];

    public void Add(string? number) => _numbers.Add(number);

    public string?[] Drain()
    {
        var all = _numbers.ToArray();
        _numbers.Clear();
        return all;
    }
}

[ForPurpose("support")]
public static class Desk
{
    public static void Plan(CallList list, Customer customer) => list.Add(customer.Phone);
}

[ForPurpose("marketing")]
public static class Campaign
{
    public static void Call(CallList list)
    {
        foreach (var number in list.Drain()) //! ECRM2002
            Use.Marketing(number);
    }
}

public static class Case
{
    public static void Run()
    {
        var list = new CallList();
        Desk.Plan(list, Customers.Ada());
        Campaign.Call(list);
    }
}
