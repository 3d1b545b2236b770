namespace Ethics.Crm.Policy.Values;

/// <summary>At most so many contacts in each window of that length.</summary>
internal readonly record struct Frequency(int Count, PolicyDuration Period)
{
    /// <summary>
    /// Whether keeping this limit keeps the other one too: a window of the other's length is covered by so many of ours, each of which may be full.
    /// </summary>
    public bool Implies(Frequency other)
    {
        var windows = Period == other.Period ? 1 : Math.Ceiling(other.Period.Longest / Math.Max(1, Period.Shortest));
        return Count * Math.Max(1, windows) <= other.Count;
    }

    public static bool TryParse(string text, out Frequency frequency)
    {
        frequency = default;
        var slash = text.IndexOf('/');
        if (slash is < 1 or > 9)
        {
            return false;
        }

        var count = 0;
        for (var i = 0; i < slash; i++)
        {
            if (text[i] is < '0' or > '9')
            {
                return false;
            }

            count = count * 10 + (text[i] - '0');
        }

        if (!PolicyDuration.TryParse(text.Substring(slash + 1), out var period))
        {
            return false;
        }

        frequency = new(count, period);
        return true;
    }
}
