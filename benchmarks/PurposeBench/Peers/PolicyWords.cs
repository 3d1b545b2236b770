using System.Text.Json;
using System.Text.RegularExpressions;

namespace PurposeBench.Peers;

/// <summary>What the policy says about code that carries no attribute: sinks, anonymizers, purposes of code, decision purposes.</summary>
internal sealed class PolicyWords
{
    private readonly List<(Regex Name, string Channel)> _sinks = [];
    private readonly List<Regex> _anonymizers = [];
    private readonly List<(Regex Name, string[] Purposes)> _code = [];

    public PolicyWords(string folder)
    {
        using var policy = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "purposebench.policy.json")), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var root = policy.RootElement;
        foreach (var sink in Entries(root, "sinks"))
            _sinks.Add((Pattern(sink.GetProperty("method").GetString()!), sink.TryGetProperty("disclosesTo", out var recipient) ? "recipient:" + recipient.GetString() : "log"));
        foreach (var anonymizer in Entries(root, "anonymizers"))
            _anonymizers.Add(Pattern(anonymizer.GetProperty("method").GetString()!));
        if (root.TryGetProperty("code", out var code))
            _code.AddRange(code.EnumerateObject().Select(static entry => (Pattern(entry.Name), Texts(entry.Value.ValueKind == JsonValueKind.Object ? entry.Value.GetProperty("purposes") : entry.Value))));
        Decisions = root.GetProperty("purposes").EnumerateObject().Where(static p => p.Value.TryGetProperty("decision", out var flag) && flag.GetBoolean()).Select(static p => p.Name).ToHashSet();
    }

    /// <summary>Purposes in which influence counts, not only the value.</summary>
    public IReadOnlySet<string> Decisions { get; }

    /// <param name="member">Namespace, type and name, joined with dots.</param>
    public bool IsSink(string member, string channel) => _sinks.Exists(sink => sink.Channel == channel && sink.Name.IsMatch(member));

    public bool IsAnonymizer(string member) => _anonymizers.Exists(name => name.IsMatch(member));

    public bool WorksFor(string member, string purpose) => _code.Exists(code => code.Name.IsMatch(member) && code.Purposes.Contains(purpose));

    private static IEnumerable<JsonElement> Entries(JsonElement root, string name) => root.TryGetProperty(name, out var entries) ? entries.EnumerateArray() : default(JsonElement.ArrayEnumerator);

    private static string[] Texts(JsonElement values) => [.. values.EnumerateArray().Select(static v => v.GetString()!)];

    private static Regex Pattern(string name) =>
        new("^" + Regex.Escape(name.Split('(')[0]).Replace(@"\*\*", ".*").Replace(@"\*", "[^.]*") + "$", RegexOptions.CultureInvariant);
}
