using Ethics.Crm.Policy.Values;

namespace Ethics.Crm.Consent;

/// <summary>ISO 8601 durations of the policy, counted on the calendar: a year is a year, not 365 days.</summary>
internal static class Durations
{
    /// <summary>The moment a duration after another one; the end of time when it lies beyond the calendar. A text that is no duration adds nothing, so that what it limits has lapsed.</summary>
    public static DateTimeOffset Add(DateTimeOffset from, string duration)
    {
        if (!PolicyDuration.TryParse(duration, out var parsed))
            return from;
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
