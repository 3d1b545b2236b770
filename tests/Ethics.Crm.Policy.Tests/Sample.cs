namespace Ethics.Crm.Policy.Tests;

/// <summary>Policies of the tests, and reading in one word.</summary>
internal static class Sample
{
    public const string File = "ethics.policy.json";

    /// <summary>Every key of the format once.</summary>
    public static string Everything { get; } = Load("everything.policy.json");

    public static string Load(string name) => System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", name));

    public static PolicyResult Read(string text) => PolicyReader.Read(new PolicySource(File, text));

    public static PolicyTable Table(string text)
    {
        var result = Read(text);
        Assert.Equal([], result.Errors.Select(e => e.ToString()));
        return result.Table!;
    }
}
