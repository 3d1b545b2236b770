// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: Two names, one basket: what was cleared is the other one.
using Ethics.Crm;

namespace PurposeBench.Cases.Cleared.SameInstance;

public sealed class Basket
{
    public string First { get; set; } = "";
}

[ForPurpose("support")]
public static class Desk
{
    public static void Work(Basket basket, Customer customer) => basket.First = customer.Phone ?? "";
}

[ForPurpose("marketing")]
public static class Campaign
{
    public static void Work(Basket basket) => Use.Marketing(basket.First); //! ECRM2002
}

public static class Case
{
    public static void Run()
    {
        var kept = new Basket();
        var spare = new Basket();
        var current = kept;
        Desk.Work(current, Customers.Ada());
        current = spare;
        current.First = "";
        Campaign.Work(kept);
    }
}
