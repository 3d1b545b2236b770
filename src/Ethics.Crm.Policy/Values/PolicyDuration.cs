using System.Collections.Concurrent;

namespace Ethics.Crm.Policy.Values;

/// <summary>An ISO 8601 duration of whole numbers. Months and days are kept apart: P1M has no fixed number of days.</summary>
internal readonly record struct PolicyDuration(long Months, long Days, long Seconds)
{
    public bool IsZero => Months == 0 && Days == 0 && Seconds == 0;

    private const int MonthsOfTheCalendar = 4800;
    private const long DaysOfTheCalendar = 146_097;

    private static readonly ConcurrentDictionary<(int, int), int> s_most = new();

    /// <summary>In seconds, from the day from which it is longest: months are as long as the calendar makes them.</summary>
    public decimal Longest => MostDays(Months, 0) * 86400m + Days * 86400m + Seconds;

    /// <summary>In seconds, from the day from which it is shortest.</summary>
    public decimal Shortest => -MostDays(0, Months) * 86400m + Days * 86400m + Seconds;

    /// <summary>Whether there is a day from which this one is longer: <c>P31D</c> is longer than <c>P1M</c> in February, and <c>P1M</c> than <c>P30D</c> in January.</summary>
    public bool MayBeLongerThan(PolicyDuration other) => (MostDays(Months, other.Months) + Days - other.Days) * 86400m + Seconds - other.Seconds > 0;

    /// <summary>How many days so many months are ahead of so many others, from the day from which they are most.</summary>
    private static long MostDays(long months, long others)
    {
        if (months == others)
        {
            return 0;
        }

        // The calendar repeats after 400 years.
        var rest = s_most.GetOrAdd(((int)(months % MonthsOfTheCalendar), (int)(others % MonthsOfTheCalendar)), static both =>
        {
            var (most, day) = (int.MinValue, new DateTime(2000, 1, 1));
            for (var i = 0; i < DaysOfTheCalendar; i++, day = day.AddDays(1))
            {
                most = Math.Max(most, (day.AddMonths(both.Item1) - day.AddMonths(both.Item2)).Days);
            }

            return most;
        });
        return (months / MonthsOfTheCalendar - others / MonthsOfTheCalendar) * DaysOfTheCalendar + rest;
    }

    public static bool TryParse(string text, out PolicyDuration duration)
    {
        duration = default;
        if (text.Length < 3 || text[0] != 'P')
        {
            return false;
        }

        long months = 0, days = 0, seconds = 0;
        var units = "YMWD";
        var (unit, i) = (0, 1);
        var inTime = false;
        while (i < text.Length)
        {
            if (text[i] == 'T' && !inTime)
            {
                (inTime, units, unit, i) = (true, "HMS", 0, i + 1);
                if (i == text.Length)
                {
                    return false;
                }

                continue;
            }

            long number = 0;
            var from = i;
            for (; i < text.Length && text[i] is >= '0' and <= '9'; i++)
            {
                number = number * 10 + (text[i] - '0');
            }

            // Nine digits keep every sum inside a long; a longer time than 999,999,999 years is nobody's.
            if (i == from || i - from > 9 || i == text.Length)
            {
                return false;
            }

            var found = units.IndexOf(text[i++], unit);
            if (found < 0)
            {
                return false;
            }

            unit = found + 1;
            switch (inTime ? found + 4 : found)
            {
                case 0: months += number * 12; break;
                case 1: months += number; break;
                case 2: days += number * 7; break;
                case 3: days += number; break;
                case 4: seconds += number * 3600; break;
                case 5: seconds += number * 60; break;
                default: seconds += number; break;
            }
        }

        duration = new(months, days, seconds);
        return true;
    }
}
