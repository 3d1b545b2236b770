namespace PurposeBench.Cases.Calls.LibraryIgnores;

public static class Texts
{
    public static string Label(string address, string topic)
    {
        Seen.Add(address);
        return topic.ToUpperInvariant();
    }

    public static HashSet<string> Seen { get; } = [];
}
