// verdict: clean
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: Two baskets of one class: the one of marketing never held the number.
using Ethics.Crm;

namespace PurposeBench.Cases.Cleared.OtherInstance;

public sealed class Basket
{
    private string _first = "";

    public Basket Put(string? value)
    {
        _first = value ?? "";
        return this;
    }

    public string First() => _first;
}

[ForPurpose("support")]
public static class Desk
{
    public static void Work(Basket basket, Customer customer) => Use.Support(basket.Put(customer.Phone).First());
}

[ForPurpose("marketing")]
public static class Campaign
{
    public static void Work(Basket basket) => Use.Marketing(basket.Put("0800 1000").First());
}

public static class Case
{
    public static void Run()
    {
        Basket[] baskets = [new(), new()];
        Desk.Work(baskets[0], Customers.Ada());
        Campaign.Work(baskets[1]);
    }
}
