using Ethics.Crm.Policy.Values;

namespace Ethics.Crm.Consent;

/// <summary>ISO 8601 durations of the policy, counted on the calendar: a year is a year, not 365 days.</summary>
internal static class Durations
{
    /// <summary>A time without zone may be that of any place, and clocks differ; what lies further ahead than that did not happen then, so that nobody can tell how old it is.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    /// <summary>
    /// Whether there may be a day from which some durations reach further than others: months are as long as the calendar makes them, so <c>P31D</c> reaches further than <c>P1M</c> from a day in
    /// February, and <c>P1M</c> further than <c>P30D</c> from one in January. Of several, each may do so on a day of its own.
    /// </summary>
    /// <param name="these">Each of which holds; none is without end.</param>
    /// <param name="those">The same.</param>
    public static bool ReachFurther(IReadOnlyList<string> these, IReadOnlyList<string> those)
    {
        if (those.Count == 0 || these.SequenceEqual(those))
            return false;
        var mine = these.Select(Parsed).ToList();
        return those.Select(Parsed).Any(other => mine.TrueForAll(one => one.MayBeLongerThan(other)));
    }

    private static PolicyDuration Parsed(string text) => PolicyDuration.TryParse(text, out var parsed) ? parsed : default;

    /// <summary>The moment a duration after another one; the end of time when it lies beyond the calendar. A text that is no duration adds nothing, so that what it limits has lapsed.</summary>
    public static DateTimeOffset Add(DateTimeOffset from, string duration) => PolicyDuration.TryParse(duration, out var parsed) ? Add(from, parsed) : from;

    /// <inheritdoc cref="Add(DateTimeOffset, string)"/>
    public static DateTimeOffset Add(DateTimeOffset from, PolicyDuration parsed)
    {
        try
        {
            return from.AddMonths(checked((int)parsed.Months)).AddDays(parsed.Days).AddSeconds(parsed.Seconds);
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or OverflowException)
        {
            return DateTimeOffset.MaxValue;
        }
    }
}
