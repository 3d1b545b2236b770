// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: A method of the newsletter that returns nothing goes on by itself once support has answered.
using Ethics.Crm;

namespace PurposeBench.Cases.Async.AsyncVoid;

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
        var (to, _) = await Desk.LookUpAsync(customer); //! ECRM2002
        Use.Newsletter(to);
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
