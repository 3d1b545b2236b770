namespace Ethics.Crm.Tests.Fixtures;

/// <summary>What something allocates on the thread that does it.</summary>
public static class Allocation
{
    /// <summary>The least of some times: a collection that another test begins in between moves what the thread has counted so far.</summary>
    public static long Least(Action action)
    {
        var least = long.MaxValue;
        for (var i = 0; i < 10; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
