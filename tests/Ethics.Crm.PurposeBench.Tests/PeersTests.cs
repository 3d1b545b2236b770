using System.Text.Json;
using PurposeBench.Index;
using PurposeBench.Peers;

namespace Ethics.Crm.PurposeBench.Tests;

/// <summary>What other analyzers are told about a case, and that they hear it.</summary>
public sealed class PeersTests
{
    private static readonly PolicyWords Policy = new(Bench.Folder);

    private static readonly Lazy<IPeer[]> Peers = new(static () => [new SecurityCodeScanPeer(), new NetAnalyzersPeer()]);

    [Fact]
    public void ValueOnItsWayThroughALocal_IsFoundByBoth() => Assert.All(Peers.Value, static peer =>
    {
        var answer = peer.Ask(Flow("locals/01-copy"));
        Assert.Null(answer.Trouble);
        Assert.NotEmpty(answer.Findings);
    });

    [Fact]
    public void OverwrittenValue_IsFoundByNeither() => Assert.All(Peers.Value, static peer => Assert.Equal(new PeerAnswer([]).Findings, peer.Ask(Flow("locals/02-overwritten")).Findings));

    [Fact]
    public void Configuration_NamesTheMemberAndTheChannel()
    {
        using var said = JsonDocument.Parse(new SecurityCodeScanPeer().Configuration(Flow("locals/01-copy"), 64));
        var source = said.RootElement.GetProperty("TaintSources").EnumerateArray().Single(static s => s.GetProperty("Type").GetString() == "PurposeBench.Customer");
        Assert.Equal("Email", Assert.Single(source.GetProperty("Properties").EnumerateArray()).GetString());
        Assert.Contains(said.RootElement.GetProperty("Sinks").EnumerateArray(), static sink => sink.GetProperty("Type").GetString() == "PurposeBench.Use");
        Assert.DoesNotContain("Support", said.RootElement.GetProperty("Sinks").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void CaseThatWritesToTheConsole_IsAnswered() => Assert.Null(Peers.Value[0].Ask(Flow("calls/11-params-collection")).Trouble);

    [Fact]
    public void CaseInTheWordsOfAWebRule_KeepsItsLines() => Assert.All(FirstOfEachFamily().Where(static c => Inexpressible.Of(Flow(c.Id)) is null), static one =>
    {
        var flow = Flow(one.Id);
        var before = flow.Tree.GetText().Lines.Select(static l => l.ToString()).ToList();
        var after = WebRewriter.Rewrite(flow).SyntaxTrees[0].GetText().Lines.Select(static l => l.ToString()).ToList();
        Assert.Equal(before.Count, after.Count);
        Assert.Equal(Marked(before), Marked(after));
        Assert.Contains(after, static l => l.Contains("System.Web.HttpRequest", StringComparison.Ordinal));
    });

    [Fact]
    public void ProgramOfTwoProjects_HasNoWords() =>
        Assert.All(Bench.Cases.Where(static c => c.Files.Count > 1).Take(2), static one => Assert.Equal(Inexpressible.TwoProjects, Peers.Value[0].CannotExpress(Flow(one.Id))));

    [Fact]
    public void InfluenceOnADecision_HasNoWords()
    {
        var decisions = Bench.Cases.Where(static c => c is { Channel: "credit-offer", ByDifference: true, Files.Count: 1 }).Take(2).ToList();
        Assert.NotEmpty(decisions);
        Assert.All(decisions, static one => Assert.All(Peers.Value, peer => Assert.Equal(Inexpressible.Influence, peer.CannotExpress(Flow(one.Id)))));
    }

    private static IEnumerable<BenchCase> FirstOfEachFamily() => Bench.Cases.GroupBy(static c => c.Family).Select(static family => family.First());

    private static List<int> Marked(List<string> lines) => [.. lines.Select(static (text, index) => (text, index)).Where(static l => l.text.Contains("//!", StringComparison.Ordinal)).Select(static l => l.index)];

    private static CaseFlow Flow(string id) => CaseFlow.Of(Bench.Folder, Bench.Cases.Single(c => c.Id == id), Policy);
}
