// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: A dictionary of lists: the list is created on demand, filled, and read by key and index.
using Ethics.Crm;

namespace PurposeBench.Cases.Collections.ListsInDictionary;

[ForPurpose("support")]
public sealed class Teams
{
    public Dictionary<string, List<string>> Numbers { get; } = [];

    public void Assign(string team, Customer customer)
    {
        if (!Numbers.TryGetValue(team, out var list))
            Numbers[team] = list = [];
        list.Add(customer.Phone ?? "");
    }
}

[ForPurpose("marketing")]
public static class CallLists
{
    public static void Take(Teams teams) => Use.Marketing(teams.Numbers["fibre"][0]); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        var teams = new Teams();
        teams.Assign("fibre", Customers.Ada());
        CallLists.Take(teams);
    }
}
