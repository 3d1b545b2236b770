namespace Ethics.Crm.Bulk;

/// <summary>
/// Numbered pieces of work, done by the thread that asks and by those of the pool that come in time. Nobody waits for a thread that has not come: only for pieces that somebody has begun, so that a pool
/// without a free thread makes it slower and never stops it.
/// </summary>
/// <param name="count">How many pieces.</param>
/// <param name="work">Does one of them. Throws nothing and waits for nothing.</param>
internal sealed class SharedPieces(int count, Action<int> work)
{
    private readonly object _ended = new();
    private int _begun;
    private int _done;

    /// <summary>Does all of them.</summary>
    public void Do()
    {
        for (var helpers = Math.Min(Environment.ProcessorCount, count) - 1; helpers > 0; helpers--)
            ThreadPool.UnsafeQueueUserWorkItem(static pieces => ((SharedPieces)pieces!).DoWhatIsLeft(), this);
        DoWhatIsLeft();
        lock (_ended)
        {
            while (_done < count)
                Monitor.Wait(_ended);
        }
    }

    private void DoWhatIsLeft()
    {
        for (int piece; (piece = Interlocked.Increment(ref _begun) - 1) < count;)
        {
            work(piece);
            lock (_ended)
            {
                if (++_done == count)
                    Monitor.Pulse(_ended);
            }
        }
    }
}
