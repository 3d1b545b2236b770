using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.TestKit;

/// <summary>Build properties and item metadata for analyzers and generators that a test drives itself, at any compiler version.</summary>
/// <param name="sideCars">The paths of the files in which referenced libraries say what they do.</param>
public sealed class TestOptionsProvider(IEnumerable<TestPolicy> policies, IReadOnlyDictionary<string, string> properties, params string[] sideCars) : AnalyzerConfigOptionsProvider
{
    private readonly Dictionary<string, Options> files = policies.ToDictionary(
        policy => policy.Path,
        policy => new Options(new Dictionary<string, string> { ["build_metadata.AdditionalFiles.EthicsPolicy"] = policy.Kind }));

    private readonly Options sideCar = new(new Dictionary<string, string> { ["build_metadata.AdditionalFiles.EthicsSideCar"] = "true" });

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(properties.ToDictionary(pair => "build_property." + pair.Key, pair => pair.Value));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => sideCars.Contains(textFile.Path) ? sideCar : files.TryGetValue(textFile.Path, out var options) ? options : GlobalOptions;

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        private readonly Dictionary<string, string> values = new(values, KeyComparer);

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
