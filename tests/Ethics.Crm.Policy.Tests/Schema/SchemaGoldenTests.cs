using Ethics.Crm.Policy.Shapes;

namespace Ethics.Crm.Policy.Tests.Schema;

public sealed class SchemaGoldenTests
{
    /// <summary>The schema in the repository is written from the reader's own tables. ETHICS_ACCEPT_GOLDEN=1 writes it anew.</summary>
    [Fact]
    public void CheckedInSchema_IsTheGeneratedOne()
    {
        var path = Path.Combine(RepositoryRoot(), "schema", "ethics.policy.schema.json");
        var generated = JsonSchemaWriter.Write();
        if (Environment.GetEnvironmentVariable("ETHICS_ACCEPT_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, generated);
        }

        Assert.True(File.Exists(path), $"{path} is missing; run once with ETHICS_ACCEPT_GOLDEN=1");
        Assert.Equal(generated, File.ReadAllText(path));
    }

    [Fact]
    public void EveryKey_IsDescribed() => AssertDescribed(PolicyShapes.Root);

    private static void AssertDescribed(Shape shape)
    {
        switch (shape)
        {
            case ObjectShape known:
                Assert.All(known.Keys, k => Assert.False(string.IsNullOrWhiteSpace(k.Description), $"{known.What}.{k.Name}"));
                Assert.All(known.Keys, k => AssertDescribed(k.Shape));
                break;
            case MapShape map:
                AssertDescribed(map.Values);
                break;
            case ListShape list:
                AssertDescribed(list.Items);
                break;
            case EitherShape either:
                AssertDescribed(either.Object);
                break;
        }
    }

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Ethics.Crm.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The solution is not above the tests.");
        }

        return folder;
    }
}
