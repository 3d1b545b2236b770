using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Ethics.Crm.Analyzers.Benchmarks.FlowCost;

namespace Ethics.Crm.Analyzers.Benchmarks.FlowScale;

/// <summary>The same program under another tool that follows values, with what that tool has to be told.</summary>
/// <param name="Name">As the table shows it.</param>
/// <param name="Base">The SDK's analyzers alone.</param>
/// <param name="With">The tool as well.</param>
internal sealed partial record PeerBuild(string Name, Build Base, Build With)
{
    /// <summary>What the tool adds to the compiler's process.</summary>
    public TimeSpan Added => With.Best - Base.Best;

    public static IReadOnlyList<PeerBuild> Measure(string root, int lines, int rounds)
    {
        var sources = new Sources(root, "peers", CrmProgram.Files(lines, isLabelled: true, Mix.Matched), isLabelled: true);
        var words = Path.Combine(root, "SecurityCodeScan.config.yml");
        File.WriteAllText(words, Words(CrmProgram.Files(lines, isLabelled: true, Mix.Matched)));
        var switches = Path.Combine(root, "taint.globalconfig");
        File.WriteAllText(switches, "is_global = true\nglobal_level = 200\n" + string.Concat(Enumerable.Range(3001, 12).Select(static id => $"dotnet_diagnostic.CA{id}.severity = warning\n")));

        var pages = WebPages.Of(CrmProgram.Files(lines, isLabelled: true, Mix.Matched)).ToList();
        var web = new Sources(root, "peers-web", CrmProgram.Files(lines, isLabelled: true, Mix.Matched).Concat(pages), isLabelled: true);
        var (bare, bareWeb) = (new Build(root, "peers-sdk", sources, [], withPolicy: false), new Build(root, "peers-web-sdk", web, [], withPolicy: false));
        var taint = new Build(root, "peers-ca", web.Folder, web.CompilerArguments.Append($"/analyzerconfig:{switches}"), [], withPolicy: false);
        PeerBuild[] all =
        [
            new("SecurityCodeScan 5.6.7, which is told the labelled members as sources", bare, new(root, "peers-scs", sources.Folder, sources.CompilerArguments.Append($"/additionalfile:{words}"), Places.SecurityCodeScan.ToArray(), withPolicy: false)),
            new("the taint rules of NetAnalyzers (CA3001 to CA3012), which begin only where a web request is read: with pages of which as many methods read one as read a label in the program", bareWeb, taint),
        ];
        Build[] builds = [bare, bareWeb, .. all.Select(static one => one.With)];
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < builds.Length; i++)
                builds[(i + round) % builds.Length].Run();
            Console.Error.WriteLine($"peers, round {round + 1} of {rounds}: {string.Join(", ", builds.Select(static build => build.Uses[^1].Time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture)))} s");
        }

        // What finds nothing to follow costs nothing, and says nothing of what following costs.
        if (taint.Told("warning CA3001") is var told && told != pages.Count - 1)
            throw new InvalidOperationException($"CA3001 told {told} of {pages.Count - 1} ways from a request to a command:{Environment.NewLine}{taint.Uses[^1].Output}");
        return all;
    }

    /// <summary>The configuration of SecurityCodeScan: every labelled member is a source, what hands an address to a campaign is a sink, and calls are followed as deep as the way through five methods goes.</summary>
    private static string Words(IEnumerable<(string Name, string Text)> files)
    {
        var text = new StringBuilder("Version: 3.1\nMaxInterproceduralMethodCallChain: 6\nMaxInterproceduralLambdaOrLocalFunctionCallChain: 6\nTaintSources:\n");
        foreach (var (name, entity) in files.Where(static file => file.Name.EndsWith(".Entity.cs", StringComparison.Ordinal)))
        {
            var parts = name.Split('.');
            text.Append(CultureInfo.InvariantCulture, $"  - Type: Crm.{parts[0]}.{parts[1]}\n    TaintTypes: [ SCS0002 ]\n    Properties: [ {string.Join(", ", Labelled().Matches(entity).Select(static match => match.Groups["name"].Value).Distinct())} ]\n");
        }

        return text.Append("Sinks:\n  - Type: System.Console\n    TaintTypes: [ SCS0002 ]\n    Methods:\n      - Name: WriteLine\n        Arguments: [ value ]\n").ToString();
    }

    [GeneratedRegex(@"\[(?:DataCategory|CollectedFor)\([^\n]*\n\s*public [\w<>?., ]+ (?<name>\w+)\s*[{=;]")]
    private static partial Regex Labelled();
}
