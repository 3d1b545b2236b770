using System.Globalization;

namespace PurposeBench;

/// <summary>Values that can be told again wherever they turn up: one for each labelled member, another in each run for the member that the case is about.</summary>
public static class Mark
{
    private static readonly Dictionary<string, string> Given = new(StringComparer.Ordinal);
    private static string _varied = "";
    private static int _run;

    /// <summary>A text that no other member has.</summary>
    public static string Text(string member) => Give(member, $"{Word(member)}{Hash(member):x8}@mark.example");

    /// <summary>A number of nine digits that no other member has.</summary>
    public static int Number(string member) => int.Parse(Give(member, (100_000_000 + (Hash(member) % 800_000_000)).ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);

    /// <summary>A day that no other member has.</summary>
    public static DateOnly Day(string member) => DateOnly.ParseExact(Give(member, new DateOnly(1930, 1, 1).AddDays((int)(Hash(member) % 25_000)).ToString("O", CultureInfo.InvariantCulture)), "O", CultureInfo.InvariantCulture);

    /// <summary>Begins a run of one case.</summary>
    /// <param name="varied">The member whose value differs between runs; every other value stays.</param>
    public static void Begin(int run, string varied)
    {
        Given.Clear();
        (_run, _varied) = (run, varied);
    }

    /// <summary>The members whose values stand in a text.</summary>
    public static IReadOnlyList<string> MembersIn(string text) =>
        [.. Given.Where(given => text.Contains(given.Value, StringComparison.OrdinalIgnoreCase)).Select(static given => given.Key)];

    /// <summary>Whether anybody was given a value for the member in this run.</summary>
    public static bool WasGiven(string member) => Given.ContainsKey(member);

    private static string Give(string member, string value)
    {
        lock (Given)
            Given[member] = value;
        return value;
    }

    private static string Word(string member) => member.Replace('.', '-').ToLowerInvariant();

    // FNV-1a: the same in every process.
    private static uint Hash(string member)
    {
        var hash = 2166136261u ^ (uint)(member == _varied ? _run * 7919 : 0);
        foreach (var c in member)
            hash = (hash ^ c) * 16777619u;
        return hash ^ (hash >> 15);
    }
}
