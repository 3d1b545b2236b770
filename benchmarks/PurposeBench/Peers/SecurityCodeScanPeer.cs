using System.Collections.Immutable;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PurposeBench.Peers;

/// <summary>SecurityCodeScan: each case brings the sources, sinks and sanitizers of its own configuration file.</summary>
internal sealed class SecurityCodeScanPeer : IPeer
{
    /// <summary>The rule that carries the case's words; its neighbours share the engine and differ in built-in lists.</summary>
    private const string Rule = "SCS0002";

    private const string File = "SecurityCodeScan.config.yml";

    // YAML is a superset of JSON.
    private static readonly JsonSerializerOptions Yaml = new() { WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ImmutableArray<DiagnosticAnalyzer> _analyzers;

    /// <summary>Types that the tool names as sources itself; it refuses a configuration that names one again.</summary>
    private readonly HashSet<string> _ownSources;

    public SecurityCodeScanPeer()
    {
        _analyzers = PeerLoader.Analyzers("SecurityCodeScan", Rule);
        _ownSources = OwnSources(_analyzers[0].GetType().Assembly);
    }

    public string Name => "SecurityCodeScan 5.6.7";

    public string Setup => "Each case brings its own SecurityCodeScan.config.yml, beside what the tool knows by itself: the labelled member is a taint source; what the channel means in calls and assignments are sinks; what the policy or [Anonymizes] declassifies are sanitizers; calls are followed as deep as any case goes, and methods that return nothing are named as sources too, because the analysis begins only in bodies that name one. Findings of the rule that carries these words count.";

    public string Language => "yaml";

    public string? CannotExpress(CaseFlow flow) => Inexpressible.Of(flow)
        ?? (flow.Source.Members.All(static m => m is IFieldSymbol) ? Inexpressible.Field : null)
        ?? (flow.Source.Members.All(static m => IsTakenForClean(TypeOf(m))) ? Inexpressible.Number : null);

    public string Configuration(CaseFlow flow, int depth)
    {
        var sinks = flow.SinksUsed().Distinct(SymbolEqualityComparer.Default).GroupBy(static s => MetadataName(s!.ContainingType)).Select(static type => new
        {
            Type = type.Key,
            TaintTypes = new[] { Rule },
            Properties = type.Where(static s => s is not IParameterSymbol).Select(static s => s!.MetadataName).Distinct().ToList() is { Count: > 0 } properties ? properties : null,
            Methods = type.OfType<IParameterSymbol>().GroupBy(static p => p.ContainingSymbol.MetadataName).Select(static method => new { Name = method.Key, Arguments = method.Select(static p => p.MetadataName).Distinct() }).ToList() is { Count: > 0 } methods ? methods : null,
        });
        var sources = flow.Source.Members.Where(static m => m is not IFieldSymbol).Concat(flow.Begins().Where(m => !_ownSources.Contains(MetadataName(m.ContainingType)))).GroupBy(static m => MetadataName(m.ContainingType)).Select(static type => new
        {
            Type = type.Key,
            TaintTypes = new[] { Rule },
            Properties = type.OfType<IPropertySymbol>().Select(static p => p.MetadataName).Distinct().ToList() is { Count: > 0 } properties ? properties : null,
            Methods = type.OfType<IMethodSymbol>().Select(static m => m.MetadataName).Distinct().ToList() is { Count: > 0 } methods ? methods : null,
        });
        var sanitizers = Anonymizers(flow).GroupBy(static m => MetadataName(m.ContainingType)).Select(static type => new
        {
            Type = type.Key,
            TaintTypes = new[] { Rule },
            Methods = type.Select(static m => new { Name = m.MetadataName }).Distinct(),
        });
        return JsonSerializer.Serialize(new { Version = "3.1", MaxInterproceduralMethodCallChain = depth, MaxInterproceduralLambdaOrLocalFunctionCallChain = depth, TaintSources = sources, Sinks = sinks, Sanitizers = sanitizers }, Yaml);
    }

    public PeerAnswer Ask(CaseFlow flow) =>
        PeerRun.Deepest(depth => PeerRun.Of(flow.Program, _analyzers, Rule, new Dictionary<string, string> { [File] = Configuration(flow, depth) }, ImmutableDictionary<string, string>.Empty));

    // The file is flat: sections begin in the first column, their entries name one type each.
    private static HashSet<string> OwnSources(Assembly tool)
    {
        using var reader = new StreamReader(tool.GetManifestResourceStream("SecurityCodeScan.Config.Main.yml")!);
        return
        [
            .. reader.ReadToEnd().Split('\n').SkipWhile(static line => !line.StartsWith("TaintSources:", StringComparison.Ordinal)).Skip(1)
                .TakeWhile(static line => line.Length == 0 || !char.IsLetter(line[0]))
                .Select(static line => Regex.Match(line, @"^\s*-?\s*Type:\s*(\S+)")).Where(static match => match.Success).Select(static match => match.Groups[1].Value),
        ];
    }

    private static ITypeSymbol TypeOf(ISymbol member) => member switch { IPropertySymbol property => property.Type, IFieldSymbol field => field.Type, _ => ((IMethodSymbol)member).ReturnType };

    /// <summary>The list is the engine's own (its conversions to object and string).</summary>
    private static bool IsTakenForClean(ITypeSymbol type) => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
        ? IsTakenForClean(nullable.TypeArguments[0])
        : type.SpecialType is SpecialType.System_Boolean or (>= SpecialType.System_SByte and <= SpecialType.System_Double) || type.ToDisplayString() == "System.Guid";

    private static IEnumerable<IMethodSymbol> Anonymizers(CaseFlow flow)
    {
        var model = flow.Program.GetSemanticModel(flow.Tree);
        return flow.Tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Select(call => model.GetSymbolInfo(call).Symbol).OfType<IMethodSymbol>().Where(flow.Sinks.IsAnonymizer).Select(static m => (m.ReducedFrom ?? m).OriginalDefinition);
    }

    private static string MetadataName(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? MetadataName(outer) + "+" + type.MetadataName
        : type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() + "." + type.MetadataName : type.MetadataName;
}
