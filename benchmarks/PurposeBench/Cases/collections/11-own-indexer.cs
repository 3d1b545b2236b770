// verdict: clean
// origin: open
// channel: analytics
// source: Customer.Born
// proof: differs
// why: An indexer of our own stores under a name; analytics asks for the other name.
using Ethics.Crm;

namespace PurposeBench.Cases.Collections.OwnIndexer;

public sealed class Bag
{
    private readonly Dictionary<string, object> _values = [];

    public object this[string name]
    {
        get => _values.TryGetValue(name, out var value) ? value : "none";
        set => _values[name] = value;
    }
}

[ForPurpose("support")]
public static class Form
{
    public static Bag Fill(Customer customer) => new() { ["born"] = customer.Born, ["language"] = "en" };
}

[ForPurpose("analytics")]
public static class Languages
{
    public static void Count(Customer customer)
    {
        var bag = Form.Fill(customer);
        Use.Analytics(bag["language"]);
        Use.Analytics(bag["country"]);
    }
}

public static class Case
{
    public static void Run() => Languages.Count(Customers.Ada());
}
