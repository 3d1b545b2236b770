// verdict: violation
// origin: blind
// channel: research
// source: Customer.Street
// proof: reaches
// why: A task that one side completes gives the other side the value.
using Ethics.Crm;

namespace PurposeBench.Cases.Async.B03AnswerPromise;

public sealed class Inquiry
{
    private readonly TaskCompletionSource<string> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<string> Answer => _answer.Task;

    public void Reply(string text) => _answer.TrySetResult(text);
}

[ForPurpose("billing")]
public static class BackOffice
{
    public static async Task AnswerAsync(Customer customer, Inquiry inquiry)
    {
        await Task.Yield();
        inquiry.Reply("Invoices go to " + customer.Street);
    }
}

[ForPurpose("research")]
public static class RegionStudy
{
    public static async Task AskAsync(Inquiry inquiry)
    {
        var where = await inquiry.Answer; //! ECRM2002
        Use.Research(where);
    }
}

public static class Case
{
    public static async Task Run()
    {
        var inquiry = new Inquiry();
        var asking = RegionStudy.AskAsync(inquiry);
        await BackOffice.AnswerAsync(Customers.Ada(), inquiry);
        await asking;
    }
}
