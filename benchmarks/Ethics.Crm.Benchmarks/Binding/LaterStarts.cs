namespace Ethics.Crm.Benchmarks.Binding;

/// <summary>What the code of a start costs once it has been compiled: starts in a process that has started the program hundreds of times, as one with many tests does.</summary>
public static class LaterStarts
{
    private const int Count = 9;

    /// <summary>In each round so many of each, in turn; their median is the round's.</summary>
    public const int OfRound = 100;

    public static Rounds Measure(IReadOnlyList<(string Name, Func<long> Run)> cases)
    {
        var (without, with) = (new double[Count], new double[Count]);
        for (var i = 0; i < Count; i++)
        {
            var round = new Interleaved(cases, i == 0 ? TimeSpan.FromSeconds(10) : TimeSpan.Zero, OfRound);
            (without[i], with[i]) = (round.Median(cases[0].Name) / 1000, round.Median(cases[1].Name) / 1000);
        }

        return new(without, with);
    }
}
