using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PurposeBench.Peers;

/// <summary>The taint rules of NetAnalyzers: their sources and sinks are fixed, so each case is put into their words.</summary>
internal sealed class NetAnalyzersPeer : IPeer
{
    /// <summary>The rule whose sink takes a value of any type on its way; its neighbours share the engine and the sources.</summary>
    private const string Rule = "CA3001";

    private static ImmutableDictionary<string, string> Options(int depth) => ImmutableDictionary.CreateRange(new Dictionary<string, string>
    {
        ["dotnet_code_quality.interprocedural_analysis_kind"] = "ContextSensitive",
        ["dotnet_code_quality.max_interprocedural_method_call_chain"] = depth.ToString(CultureInfo.InvariantCulture),
        ["dotnet_code_quality.max_interprocedural_lambda_or_local_function_call_chain"] = depth.ToString(CultureInfo.InvariantCulture),
        ["dotnet_code_quality.points_to_analysis_kind"] = "Complete",
        ["dotnet_code_quality.copy_analysis"] = "true",
    });

    private readonly ImmutableArray<DiagnosticAnalyzer> _analyzers = PeerLoader.Analyzers("NetAnalyzers", Rule);

    public string Name => "NetAnalyzers 11.0.100";

    public string Setup => "The rules' sources and sinks are fixed, so each case is put into their words before it is compiled, line for line: a read of the labelled member becomes a read of System.Web.HttpRequest, a value handed to a sink passes through IDbCommand.CommandText, a declassified value becomes an unrelated one, and beside each sink a request is read and thrown away, because the analysis begins only in bodies that read one. Every option that deepens the data flow analysis is raised.";

    public string Language => "ini";

    public string? CannotExpress(CaseFlow flow) => Inexpressible.Of(flow);

    public string Configuration(CaseFlow flow, int depth) =>
        "[*.cs]\n" + string.Join('\n', Options(depth).Append(KeyValuePair.Create($"dotnet_diagnostic.{Rule}.severity", "warning")).OrderBy(static o => o.Key, StringComparer.Ordinal).Select(static o => $"{o.Key} = {o.Value}"));

    public PeerAnswer Ask(CaseFlow flow)
    {
        var program = WebRewriter.Rewrite(flow);
        return PeerRun.Deepest(depth => PeerRun.Of(program, _analyzers, Rule, ImmutableDictionary<string, string>.Empty, Options(depth)));
    }
}
