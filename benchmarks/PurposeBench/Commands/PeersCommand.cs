using PurposeBench.Index;
using PurposeBench.Peers;
using PurposeBench.Scoring;

namespace PurposeBench.Commands;

/// <summary>Asks other analyzers about every case, each in its own words, and scores them.</summary>
internal static class PeersCommand
{
    public static int Run(string folder, string? only, FileInfo? markdown, FileInfo? json)
    {
        var policy = new PolicyWords(folder);
        var cases = CaseReader.ReadAll(folder).Where(c => only is null || c.Id.Contains(only, StringComparison.Ordinal)).ToList();
        var reports = new IPeer[] { new SecurityCodeScanPeer(), new NetAnalyzersPeer() }.Select(static peer => new PeerReport(peer)).ToList();
        for (var i = 0; i < cases.Count; i++)
        {
            var one = cases[i];
            if (i % 50 == 0)
                Console.Error.WriteLine($"{i} of {cases.Count} cases");
            var flow = CaseFlow.Of(folder, one, policy);
            foreach (var report in reports)
                report.Add(flow);
        }

        var text = string.Join('\n', reports.Select(static r => r.ToMarkdown()));
        Console.WriteLine(text);
        if (markdown is not null)
            File.WriteAllText(markdown.FullName, PeerReport.Head + text);
        if (json is not null)
            File.WriteAllText(json.FullName, PeerReport.ToJson(reports));
        foreach (var report in reports)
            Console.WriteLine(report.Summary);
        return 0;
    }
}
