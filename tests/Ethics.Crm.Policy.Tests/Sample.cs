namespace Ethics.Crm.Policy.Tests;

/// <summary>Policies of the tests, and reading in one word.</summary>
internal static class Sample
{
    public const string File = "ethics.policy.json";

    /// <summary>Every key of the format once.</summary>
    public static string Everything { get; } = Load("everything.policy.json");

    private const string Categories = """
        "contact.email": { "collectedFor": ["support"] }, "contact.phone": {}, "financial.card": {}, "health": { "special": true }
        """;

    private const string Purposes = """
        "support": { "basis": "contract" }, "billing": { "basis": "contract" }, "marketing": { "basis": "consent" }, "marketing.email": { "basis": "consent" },
        "credit": { "basis": "consent", "decision": true }, "fraud": { "basis": "legitimate-interests" }
        """;

    public static string Load(string name) => System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", name));

    /// <summary>A small policy; what is given replaces (categories, purposes) or is added (more keys of the root).</summary>
    public static string Policy(string? more = null, string? categories = null, string? purposes = null) =>
        $$"""
        { "version": 1,
          "categories": { {{categories ?? Categories}} },
          "purposes": { {{purposes ?? Purposes}} }{{(more is null ? "" : ",\n  " + more)}}
        }
        """;

    public static PolicyResult Read(string text, params PolicySource[] bases) => PolicyReader.Read(new PolicySource(File, text), bases);

    public static PolicyTable Table(string text, params PolicySource[] bases)
    {
        var result = Read(text, bases);
        Assert.Equal([], result.Errors.Select(e => e.ToString()));
        return result.Table!;
    }

    /// <summary>The one error that the text has: no table, nothing else reported.</summary>
    public static PolicyError Error(string text, params PolicySource[] bases)
    {
        var result = Read(text, bases);
        Assert.Null(result.Table);
        Assert.True(result.Errors.Count == 1, string.Join("\n", result.Errors));
        return result.Errors[0];
    }

    public static void AssertError(PolicyError error, string id, string path)
    {
        Assert.True(id == error.Id && path == error.JsonPath, error.ToString());
    }
}
