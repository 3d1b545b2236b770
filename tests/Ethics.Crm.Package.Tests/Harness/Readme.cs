namespace Ethics.Crm.Package.Tests.Harness;

internal static class Readme
{
    public static string Text { get; } = File.ReadAllText(Path.Combine(PackedFeed.RepositoryRoot, "README.md")).ReplaceLineEndings("\n");

    /// <summary>The first block of that language.</summary>
    public static string Block(string language)
    {
        var start = Text.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return Text[start..Text.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
