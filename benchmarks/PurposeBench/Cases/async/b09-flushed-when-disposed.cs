// verdict: violation
// origin: blind
// channel: newsletter
// source: Customer.Street
// proof: reaches
// why: The end of the block awaits the disposal, and the disposal prints what was added, for the newsletter.
using Ethics.Crm;

namespace PurposeBench.Cases.Async.B09FlushedWhenDisposed;

public sealed class LabelSheet : IAsyncDisposable
{
    private readonly List<string> _labels = [];

    public void Add(string label) => _labels.Add(label);

    [ForPurpose("newsletter")]
    public async ValueTask DisposeAsync()
    {
        await Task.Yield();
        Use.Newsletter(string.Join(" | ", _labels)); //! ECRM2002
    }
}

[ForPurpose("billing")]
public sealed class YearEnd
{
    public async Task CloseAsync(IEnumerable<Customer> debtors)
    {
        await using var sheet = new LabelSheet();
        foreach (var debtor in debtors)
        {
            sheet.Add($"{debtor.Name}, {debtor.Street}");
            await Task.Yield();
        }
    }
}

public static class Case
{
    public static async Task Run() => await new YearEnd().CloseAsync([Customers.Ada(), Customers.Other()]);
}
