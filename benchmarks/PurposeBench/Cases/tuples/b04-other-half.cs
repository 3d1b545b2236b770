// verdict: clean
// origin: blind
// channel: newsletter
// source: Customer.Phone
// proof: reaches
// why: The newsletter takes the half that may serve it and discards the other.
using Ethics.Crm;

namespace PurposeBench.Cases.Tuples.OtherHalf;

[ForPurpose("support")]
public static class PhoneBook
{
    public static (string Name, string? Phone) Caller(Customer customer) => (customer.Name, customer.Phone);

    public static async Task<((string Name, string? Phone) Caller, int Waiting)> NextAsync(Customer customer)
    {
        await Task.Yield();
        return (Caller(customer), 12);
    }
}

[ForPurpose("newsletter")]
public static class OnHold
{
    public static async Task PlayAsync(Customer customer)
    {
        var (caller, waiting) = await PhoneBook.NextAsync(customer);
        (var name, _) = caller;
        Use.Newsletter($"{name}, while you wait ({waiting}): subscribe!");
    }
}

public static class Case
{
    public static Task Run() => OnHold.PlayAsync(Customers.Ada());
}
