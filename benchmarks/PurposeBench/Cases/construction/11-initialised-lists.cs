// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Street
// proof: reaches
// why: Collection and index initialisers inside an object initialiser store as calls and assignments do.
using Ethics.Crm;

namespace PurposeBench.Cases.Construction.InitialisedLists;

public sealed class Order
{
    public List<string> Lines { get; } = [];

    public Dictionary<string, string> Fields { get; } = [];
}

[ForPurpose("billing")]
public static class Checkout
{
    public static Order Place(Customer customer) => new()
    {
        Lines = { "Router 4", "Cable" },
        Fields = { ["country"] = "GB", ["street"] = customer.Street },
    };
}

[ForPurpose("marketing")]
public static class Neighbourhoods
{
    public static void Study(Customer customer)
    {
        var order = Checkout.Place(customer);
        Use.Marketing(order.Lines[0]);
        Use.Marketing(order.Fields["street"]); //! ECRM2002
    }
}

public static class Case
{
    public static void Run() => Neighbourhoods.Study(Customers.Ada());
}
