namespace Ethics.Crm.Policy.Tests;

/// <summary>What the guide shows is read by the reader that it describes.</summary>
public sealed class GuideTests
{
    private static readonly string[] Blocks = [.. Guide().Split("```jsonc\n").Skip(1).Select(b => b[..b.IndexOf("```", StringComparison.Ordinal)])];

    [Fact]
    public void SmallestPolicy_IsRead()
    {
        var table = Sample.Table(Blocks[0]);

        Assert.Equal(["support"], table.PermittedPurposes(new("contact.email", null)));
    }

    [Fact]
    public void Patterns_AreRead()
    {
        var table = Sample.Table(Sample.Policy(
            Blocks[1],
            "\"contact\": {}, \"contact.email\": {}, \"contact.phone\": {}, \"identity\": {}",
            "\"support\": { \"basis\": \"contract\" }, \"marketing\": { \"basis\": \"consent\" }, \"credit-offer\": { \"basis\": \"consent\" }"));

        Assert.NotNull(table.FindField("Acme.Old.PhoneNumber"));
        Assert.Null(table.FindField("Acme.Old.PhoneFormat"));
    }

    private static string Guide()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Ethics.Crm.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The solution is not above the tests.");
        }

        return File.ReadAllText(Path.Combine(folder, "docs", "guides", "policy.md")).ReplaceLineEndings("\n");
    }
}
