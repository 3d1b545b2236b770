// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Born
// proof: differs
// why: An age worked out behind an await is still made from the date of birth.
using Ethics.Crm;

namespace PurposeBench.Cases.Async.B04AgeValueTask;

public interface IAgeService
{
    ValueTask<int> AgeAsync(Customer customer);
}

[ForPurpose("support")]
public sealed class AgeService : IAgeService
{
    private static readonly DateOnly Today = new(2026, 11, 1);

    public async ValueTask<int> AgeAsync(Customer customer)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        return (Today.DayNumber - customer.Born.DayNumber) / 365;
    }
}

[ForPurpose("newsletter")]
public sealed class BirthdayClub(IAgeService ages)
{
    public async Task GreetAsync(Customer customer)
    {
        var age = await ages.AgeAsync(customer).ConfigureAwait(false); //! ECRM2002
        Use.Newsletter($"Happy {age}th, {customer.Name}!");
    }
}

public static class Case
{
    public static Task Run() => new BirthdayClub(new AgeService()).GreetAsync(Customers.Ada());
}
