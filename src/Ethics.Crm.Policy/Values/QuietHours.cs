namespace Ethics.Crm.Policy.Values;

/// <summary>A span of the day in minutes since midnight; it runs over midnight when it ends before it starts.</summary>
internal readonly record struct QuietHours(int Start, int End)
{
    private const int Day = 24 * 60;

    private int Length => (End - Start + Day) % Day;

    /// <summary>Whether every quiet minute of <paramref name="other"/> is quiet here too.</summary>
    public bool Covers(QuietHours other) => (other.Start - Start + Day) % Day + other.Length <= Length;

    public static bool TryParse(string text, out QuietHours hours)
    {
        hours = default;
        if (text.Length != 11 || text[5] != '/' || !TryTime(text, 0, out var start) || !TryTime(text, 6, out var end))
        {
            return false;
        }

        hours = new(start, end);
        return true;
    }

    private static bool TryTime(string text, int at, out int minutes)
    {
        minutes = 0;
        if (text[at + 2] != ':' || !Digit(text[at], out var h1) || !Digit(text[at + 1], out var h2) || !Digit(text[at + 3], out var m1) || !Digit(text[at + 4], out var m2))
        {
            return false;
        }

        minutes = (h1 * 10 + h2) * 60 + m1 * 10 + m2;
        return h1 * 10 + h2 < 24 && m1 < 6;
    }

    private static bool Digit(char c, out int value)
    {
        value = c - '0';
        return value is >= 0 and <= 9;
    }
}
