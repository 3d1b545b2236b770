// verdict: violation
// origin: open
// channel: marketing
// source: Customer.Phone
// proof: reaches
// why: The wrong slot of the array was wiped.
using Ethics.Crm;

namespace PurposeBench.Cases.Cleared.OtherSlot;

[ForPurpose("support")]
public static class Desk
{
    public static string?[] Numbers(Customer customer)
    {
        string?[] numbers = ["0800 1000", customer.Phone, "0800 2000"];
        numbers[^1] = null;
        numbers[0] = null;
        return numbers;
    }
}

[ForPurpose("marketing")]
public static class Campaign
{
    public static void Call(Customer customer)
    {
        var numbers = Desk.Numbers(customer);
        if (numbers[1] is { } number) //! ECRM2002
            Use.Marketing(number);
    }
}

public static class Case
{
    public static void Run() => Campaign.Call(Customers.Ada());
}
