// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: differs
// why: The newsletter waits for the task and looks at its state, not at its result.
using Ethics.Crm;

namespace PurposeBench.Cases.Async.DoneIsNoValue;

[ForPurpose("support")]
public static class Desk
{
    public static async Task<string> AnswerAsync(Customer customer)
    {
        await Task.Yield();
        Use.Support(customer.Email);
        return customer.Email;
    }
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static async Task CloseAsync(Customer customer)
    {
        Task answered = Desk.AnswerAsync(customer);
        await answered;
        Use.Newsletter(answered.IsCompletedSuccessfully ? "You have mail" : "We are working on it");
    }
}

public static class Case
{
    public static Task Run() => Issue.CloseAsync(Customers.Ada());
}
