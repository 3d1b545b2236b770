// verdict: clean
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: The draft that support filled clears itself when it is disposed; the newsletter looks at it afterwards.
using Ethics.Crm;

namespace PurposeBench.Cases.Async.DisposedBefore;

public sealed class Draft : IAsyncDisposable
{
    public string To { get; set; } = "";

    public async ValueTask DisposeAsync()
    {
        await Task.Yield();
        To = "nobody";
    }
}

[ForPurpose("support")]
public static class Desk
{
    public static async Task AnswerAsync(Customer customer, Draft draft)
    {
        await using (draft)
        {
            draft.To = customer.Email;
            Use.Support(draft.To);
        }
    }
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static async Task SendAsync(Customer customer)
    {
        var draft = new Draft();
        await Desk.AnswerAsync(customer, draft);
        Use.Newsletter(draft.To);
    }
}

public static class Case
{
    public static Task Run() => Issue.SendAsync(Customers.Ada());
}
