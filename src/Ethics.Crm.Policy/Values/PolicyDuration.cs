namespace Ethics.Crm.Policy.Values;

/// <summary>An ISO 8601 duration of whole numbers. Months and days are kept apart: P1M has no fixed number of days.</summary>
internal readonly record struct PolicyDuration(long Months, long Days, long Seconds)
{
    public bool IsZero => Months == 0 && Days == 0 && Seconds == 0;

    /// <summary>For comparison only: a month counts as a twelfth of the mean Gregorian year (365.2425 days), so P1Y = P12M &lt; P366D.</summary>
    public decimal ApproximateSeconds => Months * (365.2425m * 86400 / 12) + Days * 86400m + Seconds;

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
