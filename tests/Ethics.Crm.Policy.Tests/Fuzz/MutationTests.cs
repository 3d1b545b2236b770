using System.Globalization;
using System.Text;

namespace Ethics.Crm.Policy.Tests.Fuzz;

/// <summary>ETHICS_FUZZ sets the number of inputs (2,000 in the ordinary run).</summary>
public sealed class MutationTests
{
    private const string Overlay = """
        { "version": 1, "extends": ["everything.policy.json"], "purposes": { "support": { "retention": "P1Y" }, "marketing": { "quietHours": "20:00/09:00", "frequency": "1/P7D" } },
          "categories": { "contact.email": { "collectedFor": [] }, "contact.fax": { "only": ["support"] } }, "rules": [ { "id": "no-subprime", "deny": { "purposes": ["credit-offer", "marketing", "care"] } } ],
          "fields": { "Acme.Crm.LegacyContact.Email": { "collectedFor": ["support"] } }, "code": { "Acme.Crm.Scoring.Job": { "purposes": ["credit-offer"], "only": true } },
          "enforcement": { "default": "enforce" } }
        """;

    private static int Count => int.TryParse(Environment.GetEnvironmentVariable("ETHICS_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 2000;

    [Fact]
    public void DamagedPolicy_IsReadOrRefusedWithPosition()
    {
        var whole = new PolicySource("everything.policy.json", Sample.Everything);
        var (read, refused) = (0, 0);
        for (var seed = 0; seed < Count; seed++)
        {
            var mutator = new Mutator(seed);
            var result = (seed % 4) switch
            {
                0 => PolicyReader.Read(new(Sample.File, mutator.Mutate(Overlay)), [whole]),
                1 => PolicyReader.Read(new(Sample.File, Overlay), [new(whole.Path, mutator.Mutate(whole.Text))]),
                2 => PolicyReader.Read(PolicySource.FromBytes(Sample.File, DamageBytes(seed, Sample.Everything))),
                _ => PolicyReader.Read(new(Sample.File, mutator.Mutate(Sample.Everything))),
            };

            AssertAnswered(result, seed);
            _ = result.Table is null ? refused++ : read++;
        }

        // Both ways must have been walked, else the mutations are too hard or too soft.
        Assert.True(read > Count / 100 && refused > Count / 4, $"{read} read, {refused} refused");
    }

    [Fact]
    public void UndamagedPair_IsRead() => Sample.Table(Overlay, new PolicySource("everything.policy.json", Sample.Everything));

    private static void AssertAnswered(PolicyResult result, int seed)
    {
        Assert.True(result.Table is null == result.Errors.Count > 0, $"seed {seed}: table and errors");
        foreach (var e in result.Errors)
        {
            Assert.True(
                e.Line >= 1 && e.Column >= 1 && (e.EndLine, e.EndColumn).CompareTo((e.Line, e.Column)) >= 0 && e.JsonPath.StartsWith('$') && e.Message.Length > 0 && e.ToString().IndexOfAny(['\n', '\r', '\0']) < 0,
                $"seed {seed}: {e}");
        }

        if (result.Table is { } table)
        {
            _ = table.Identity;
            Assert.All(table.Document.Categories.Keys, c => Assert.Subset(table.Purposes.ToHashSet(), table.PermittedPurposes(new(c, null)).ToHashSet()));
        }
    }

    private static byte[] DamageBytes(int seed, string text)
    {
        var random = new Random(seed);
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var i = random.Next(3); i >= 0; i--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }
}
