// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: differs
// why: The same method that nobody can await takes the half of the answer that is no address.
using Ethics.Crm;

namespace PurposeBench.Cases.Async.AsyncVoidOtherHalf;

[ForPurpose("support")]
public static class Desk
{
    public static async Task<(string To, string Segment)> LookUpAsync(Customer customer)
    {
        await Task.Yield();
        return (customer.Email, customer.Segment);
    }
}

[ForPurpose("newsletter")]
public sealed class Welcome
{
    private readonly TaskCompletionSource _greeted = new();

    public Task Greeted => _greeted.Task;

    // Nobody can await it: it tells by itself when it is done.
    public async void Greet(Customer customer)
    {
        var (_, segment) = await Desk.LookUpAsync(customer);
        Use.Newsletter(segment);
        _greeted.SetResult();
    }
}

public static class Case
{
    public static Task Run()
    {
        var welcome = new Welcome();
        welcome.Greet(Customers.Ada());
        return welcome.Greeted;
    }
}
