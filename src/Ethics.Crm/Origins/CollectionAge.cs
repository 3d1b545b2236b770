using System.Globalization;
using Ethics.Crm.Consent;
using Ethics.Crm.Policy;

namespace Ethics.Crm.Origins;

/// <summary>Whether data is too old for a purpose, by what its object says of when it was obtained.</summary>
internal static class CollectionAge
{
    /// <summary>Also when the object does not say when: what is not known to be young enough is not used.</summary>
    public static bool IsTooOld(PolicyTable table, string purpose, object? collectedAt, DateTimeOffset now)
    {
        var ages = table.MaximumAges(purpose);
        if (ages.Count == 0)
            return false;
        return TimeOf(collectedAt) is not { } at || at - now > Durations.Ahead || ages.Any(age => Durations.Add(at, age) < now);
    }

    /// <summary>A time without zone is one in UTC. Null for one that was never set, and for what is no time.</summary>
    private static DateTimeOffset? TimeOf(object? collectedAt)
    {
        try
        {
            return collectedAt switch
            {
                DateTimeOffset time when time != default => time,
                DateTime { Kind: DateTimeKind.Local } time when time != default => new DateTimeOffset(time),
                DateTime time when time != default => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
                // By name: netstandard2.0 does not have it.
                IFormattable day when day.GetType().FullName == "System.DateOnly" && DayOf(day) is { Ticks: > 0 } midnight => new DateTimeOffset(midnight, TimeSpan.Zero),
                _ => null,
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            // The first or last day of the calendar, in a zone that puts it beyond.
            return null;
        }
    }

    private static DateTime DayOf(IFormattable day) => DateTime.ParseExact(day.ToString("O", CultureInfo.InvariantCulture), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
