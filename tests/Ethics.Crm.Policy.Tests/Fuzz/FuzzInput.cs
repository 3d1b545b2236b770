using System.Text;

namespace Ethics.Crm.Policy.Tests.Fuzz;

/// <summary>One damaged policy with what it extends. The number gives all of it.</summary>
internal sealed record FuzzInput(string Kind, PolicySource Policy, PolicySource[] Bases)
{
    private const string Overlay = """
        { "version": 1, "extends": ["everything.policy.json"], "purposes": { "support": { "retention": "P1Y" }, "marketing": { "quietHours": "20:00/09:00", "frequency": "1/P7D" } },
          "categories": { "contact.email": { "collectedFor": [] }, "contact.fax": { "only": ["support"] } }, "rules": [ { "id": "no-subprime", "deny": { "purposes": ["credit-offer", "marketing", "care"] } } ],
          "fields": { "Acme.Crm.LegacyContact.Email": { "collectedFor": ["support"] } }, "code": { "Acme.Crm.Scoring.Job": { "purposes": ["credit-offer"], "only": true } },
          "enforcement": { "default": "enforce" } }
        """;

    private static readonly PolicySource Whole = new("everything.policy.json", Sample.Everything);
    private static readonly string[] Encodings = ["utf-8", "utf-16", "utf-16BE", "utf-32", "iso-8859-1", "us-ascii"];

    public static FuzzInput Of(int seed)
    {
        var random = new Random(seed);
        return (seed % 8) switch
        {
            0 => new("text of an overlay", new(Sample.File, new Mutator(random).Mutate(Overlay)), [Whole]),
            1 => new("text of a base", new(Sample.File, Overlay), [new(Whole.Path, new Mutator(random).Mutate(Whole.Text))]),
            2 => new("bytes", PolicySource.FromBytes(Sample.File, Bytes(random)), []),
            3 => new("text", new(Sample.File, new Mutator(random).Mutate(Whole.Text)), []),
            4 => new("structure", new(Sample.File, Damaged(random, Whole.Text)), []),
            5 => new("structure of an overlay", new(Sample.File, Damaged(random, Overlay)), [Whole]),
            6 => new("structure of a base", new(Sample.File, Overlay), [new(Whole.Path, Damaged(random, Whole.Text))]),
            _ => Set(random),
        };
    }

    /// <summary>The overlay over everything, undamaged.</summary>
    public static FuzzInput Undamaged { get; } = new("undamaged", new(Sample.File, Overlay), [Whole]);

    public IEnumerable<PolicySource> Files => Bases.Append(Policy);

    private static string Damaged(Random random, string text)
    {
        var once = new StructureMutator(random, text).Mutate();

        // The walk of a second damage needs a text that it can follow; half of them still are.
        return random.Next(4) == 0 ? new Mutator(random).Mutate(once) : once;
    }

    private static byte[] Bytes(Random random)
    {
        var name = Encodings[random.Next(Encodings.Length)];
        var encoding = Encoding.GetEncoding(name);
        var text = random.Next(2) == 0 ? Overlay : Sample.Everything;
        byte[] bytes = [.. random.Next(2) == 0 ? encoding.GetPreamble() : [], .. random.Next(4) == 0 ? Encoding.UTF8.GetPreamble() : [], .. encoding.GetBytes(text)];
        for (var i = random.Next(4); i > 0; i--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return random.Next(8) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    /// <summary>Up to six files that extend each other as it comes: chains, diamonds, circles, missing ones, two of one name.</summary>
    private static FuzzInput Set(Random random)
    {
        string[] paths = ["ethics.policy.json", "base.json", "a/base.json", "a/b.json", "c.json", "everything.policy.json"];
        var files = paths.Select(p => new PolicySource(p, p == Whole.Path ? Whole.Text : File(random, paths))).ToArray();
        if (random.Next(2) == 0)
        {
            var at = random.Next(files.Length);
            files[at] = new(files[at].Path, Damaged(random, files[at].Text));
        }

        return new("extends", files[0], [.. files.Skip(random.Next(2)).Where(_ => random.Next(6) != 0)]);
    }

    private static string File(Random random, string[] paths)
    {
        var extends = Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(12) switch
        {
            0 => "nowhere.json",
            1 => "",
            2 => "../" + paths[random.Next(paths.Length)],
            3 => "\\u0000\\ud83d\\ude00",
            4 => "C:\\\\" + paths[random.Next(paths.Length)],
            _ => paths[random.Next(paths.Length)],
        });
        var more = random.Next(3) switch
        {
            0 => "\"purposes\": { \"support\": { \"basis\": \"contract\", \"retention\": \"P" + random.Next(1, 4) + "Y\" } }, \"categories\": {}",
            1 => "\"purposes\": { \"own" + random.Next(3) + "\": { \"basis\": \"consent\" } }, \"categories\": { \"contact.email\": { \"collectedFor\": [] } }",
            _ => "\"rules\": []",
        };
        return "{ \"version\": 1, \"extends\": [" + string.Join(", ", extends.Select(e => $"\"{e}\"")) + "], " + more + " }";
    }
}
