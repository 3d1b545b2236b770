namespace Ethics.Crm.Tests.Fixtures;

/// <summary>
/// Whether what readers saw while one writer switched a register on and off can have happened in some order in which every call takes effect at one moment between its start and its end (Herlihy and Wing 1990).
/// With one writer that is so exactly if each read can be given a version of the register, never a lower one than a read that had ended before, within what the writer had done at its end and had begun by then.
/// </summary>
internal static class ConsentHistory
{
    /// <summary>The first read that no order explains; null when one explains all.</summary>
    /// <param name="writes">In their order; the first one switches on, the next off, and so on. Off before the first.</param>
    public static Call? FirstThatNoOrderExplains(IReadOnlyList<Call> writes, IEnumerable<Call> reads)
    {
        // The least version that each ended read shows, by its end: later reads may not show less.
        var ended = new PriorityQueue<int, long>();
        var floor = 0;
        var (done, begun) = (0, 0);
        foreach (var read in reads.OrderBy(static r => r.Start))
        {
            while (ended.TryPeek(out var version, out var end) && end < read.Start)
            {
                floor = Math.Max(floor, version);
                ended.Dequeue();
            }

            while (done < writes.Count && writes[done].End < read.Start)
                done++;
            begun = done;
            while (begun < writes.Count && writes[begun].Start < read.End)
                begun++;
            var least = Math.Max(floor, done);
            if ((least % 2 == 1) != read.IsOn)
                least++;
            if (least > begun)
                return read;
            ended.Enqueue(least, read.End);
        }

        return null;
    }

    /// <param name="IsOn">What a read showed.</param>
    internal readonly record struct Call(long Start, long End, bool IsOn);
}
