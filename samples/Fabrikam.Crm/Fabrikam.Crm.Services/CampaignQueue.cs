using System.Threading.Channels;

namespace Fabrikam.Crm.Services;

public sealed class CampaignQueue
{
    private readonly Channel<CampaignItem> _items = Channel.CreateUnbounded<CampaignItem>();

    private int _lastRun;

    public int NextRun() => Interlocked.Increment(ref _lastRun);

    public void Add(CampaignItem item) => _items.Writer.TryWrite(item);

    public IAsyncEnumerable<CampaignItem> TakeAllAsync(CancellationToken ct) => _items.Reader.ReadAllAsync(ct);
}
