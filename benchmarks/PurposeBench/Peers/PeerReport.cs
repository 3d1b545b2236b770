using System.Globalization;
using System.Text;
using System.Text.Json;
using PurposeBench.Scoring;

namespace PurposeBench.Peers;

/// <summary>Collects what one peer said, and says what it was told.</summary>
internal sealed class PeerReport(IPeer peer)
{
    public const string Head =
        """
        # Peers

        What taint analyses that exist for C# find of PurposeBench, each told about every case in its own words.

        ```
        dotnet run --project benchmarks/PurposeBench -c Release -- peers --markdown benchmarks/results/purposebench-peers.md --json benchmarks/results/purposebench-peers.json
        ```


        """;

    private readonly List<CaseResult> _results = [];
    private readonly List<(string Reason, CaseResult Result)> _apart = [];
    private readonly List<(string Id, string Trouble)> _troubles = [];
    private readonly Dictionary<string, string> _configurations = new(StringComparer.Ordinal);

    public string Summary => new ScoreTable(_results).Summary(peer.Name);

    public void Add(CaseFlow flow)
    {
        if (peer.CannotExpress(flow) is { } reason)
        {
            var apart = new CaseResult(flow.Case, [], false);
            _results.Add(apart);
            _apart.Add((reason, apart));
            return;
        }

        _configurations[flow.Case.Id] = peer.Configuration(flow, PeerRun.Depths[0]);
        var answer = peer.Ask(flow);
        if (answer.Trouble is { } trouble)
            _troubles.Add((flow.Case.Id, trouble));
        _results.AddRange(Scorer.Match([flow.Case], answer.Findings, [], new HashSet<string>()));
    }

    public string ToMarkdown()
    {
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"## {peer.Name}").AppendLine().AppendLine(peer.Setup).AppendLine();
        var (example, configuration) = _configurations.FirstOrDefault();
        if (example is not null)
            text.AppendLine(CultureInfo.InvariantCulture, $"Configuration, here of `{example}`; where the engine does not come to an end, chains of {PeerRun.Depths[1]} and then {PeerRun.Depths[2]} calls are tried:").AppendLine().AppendLine(CultureInfo.InvariantCulture, $"```{peer.Language}").AppendLine(configuration).AppendLine("```").AppendLine();
        text.AppendLine(new ScoreTable(_results).ToMarkdown());
        if (_apart.Count > 0)
        {
            text.AppendLine("| not expressible because | violations | clean twins |").AppendLine("| --- | --- | --- |");
            foreach (var reason in _apart.GroupBy(static a => a.Reason).OrderByDescending(static g => g.Count()).ThenBy(static g => g.Key, StringComparer.Ordinal))
                text.AppendLine(CultureInfo.InvariantCulture, $"| {reason.Key} | {reason.Count(static r => r.Result.Case.Violates)} | {reason.Count(static r => !r.Result.Case.Violates)} |");
            text.AppendLine();
        }

        foreach (var (id, trouble) in _troubles)
            text.AppendLine(CultureInfo.InvariantCulture, $"- `{id}`: {trouble}; counted as nothing found.");
        if (_troubles.Count > 0)
            text.AppendLine();
        return text.AppendLine(CultureInfo.InvariantCulture, $"**{Summary}**").ToString().ReplaceLineEndings("\n");
    }

    /// <summary>Every figure and finding, with each case's configuration; one that is the same for all cases stands there once, under <c>*</c>.</summary>
    public static string ToJson(IEnumerable<PeerReport> reports)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartArray();
            foreach (var report in reports)
                report.Write(json);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WritePropertyName("scores");
        json.WriteRawValue(new ScoreTable(_results).ToJson(peer.Name));
        json.WriteStartObject("notExpressible");
        foreach (var (reason, result) in _apart)
            json.WriteString(result.Case.Id, reason);
        json.WriteEndObject();
        json.WriteStartObject("troubles");
        foreach (var (id, trouble) in _troubles)
            json.WriteString(id, trouble);
        json.WriteEndObject();
        json.WriteStartObject("configurations");
        var distinct = _configurations.Values.Distinct().Count();
        foreach (var (id, configuration) in _configurations.Take(distinct == 1 ? 1 : int.MaxValue))
        {
            json.WritePropertyName(distinct == 1 ? "*" : id);
            if (peer.Language == "yaml")
                json.WriteRawValue(JsonSerializer.Serialize(JsonElement.Parse(configuration)));
            else
                json.WriteStringValue(configuration);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
