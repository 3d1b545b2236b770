// verdict: clean
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: The slot that held the number was wiped, with the others.
using Ethics.Crm;

namespace PurposeBench.Cases.Cleared.RightSlot;

[ForPurpose("support")]
public static class Desk
{
    public static string?[] Numbers(Customer customer)
    {
        string?[] numbers = ["0800 1000", customer.Phone, "0800 2000"];
        Use.Support(numbers[1]);
        Array.Clear(numbers);
        return numbers;
    }
}

[ForPurpose("marketing")]
public static class Campaign
{
    public static void Call(Customer customer)
    {
        var numbers = Desk.Numbers(customer);
        Use.Marketing(numbers[1] ?? "nobody");
    }
}

public static class Case
{
    public static void Run() => Campaign.Call(Customers.Ada());
}
