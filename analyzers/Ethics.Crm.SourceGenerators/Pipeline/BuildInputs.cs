using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.SourceGenerators.Pipeline;

/// <summary>The inputs that both generators share.</summary>
internal static class BuildInputs
{
    public const string PolicyFilesStep = "PolicyFiles";
    public const string PolicyStep = "Policy";
    public const string SettingsStep = "Settings";

    public static IncrementalValueProvider<ParsedPolicy> Policy(IncrementalGeneratorInitializationContext context)
    {
        // The files are recognised by item metadata, not by name: another additional file never makes the policy be read again.
        var files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, cancellationToken) => ReadFile(pair.Left, pair.Right, cancellationToken))
            .WithTrackingName(PolicyFilesStep);

        return files
            .Where(static file => file is not null)
            .Collect()
            .Select(static (all, _) => all.Select(file => file!).OrderBy(file => file.Path, StringComparer.Ordinal).ToEquatableArray())
            .Select(ParsedPolicy.Read)
            .WithTrackingName(PolicyStep);
    }

    public static IncrementalValueProvider<BuildSettings> Settings(IncrementalGeneratorInitializationContext context) =>
        context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => BuildSettings.Read(options.GlobalOptions))
            .WithTrackingName(SettingsStep);

    private static PolicyFile? ReadFile(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        if (!options.GetOptions(file).TryGetValue("build_metadata.AdditionalFiles.EthicsPolicy", out var role))
            return null;

        var isBase = string.Equals(role, "base", StringComparison.OrdinalIgnoreCase);
        if (!isBase && !string.Equals(role, "true", StringComparison.OrdinalIgnoreCase))
            return null;

        // A file that the compiler cannot read is an empty, hence unreadable, policy: it permits nothing.
        var text = file.GetText(cancellationToken);
        return new(file.Path, isBase, text is null || PolicyEncoding.IsUtf8(text), text?.ToString() ?? "");
    }
}
