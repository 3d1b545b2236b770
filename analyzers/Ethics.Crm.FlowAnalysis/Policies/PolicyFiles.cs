using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Ethics.Crm.FlowAnalysis.Policies;

/// <summary>The policy of a compilation: found by item metadata, never by name, and read once for each version of its text.</summary>
internal sealed class PolicyFiles
{
    private const string Metadata = "build_metadata.AdditionalFiles.EthicsPolicy";

    /// <summary>An editor makes a compilation for every key stroke, all with the same policy text.</summary>
    private static readonly ConditionalWeakTable<SourceText, Parsed> Cache = new();

    private PolicyFiles(ImmutableArray<AdditionalText> all, ImmutableArray<AdditionalText> policies, PolicyResult result)
    {
        All = all;
        Policies = policies;
        Result = result;
    }

    /// <summary>The policy and its bases.</summary>
    public ImmutableArray<AdditionalText> All { get; }

    /// <summary>The files marked as the policy, by path; the first counts, a second one is a mistake in the project.</summary>
    public ImmutableArray<AdditionalText> Policies { get; }

    public PolicyResult Result { get; }

    /// <summary>Null when the build passes no policy.</summary>
    public static PolicyFiles? Find(AnalyzerOptions options, CancellationToken cancellationToken)
    {
        var policies = ImmutableArray.CreateBuilder<AdditionalText>();
        var bases = ImmutableArray.CreateBuilder<AdditionalText>();
        foreach (var file in options.AdditionalFiles)
        {
            var kind = Kind(options, file);
            if (string.Equals(kind, "true", StringComparison.OrdinalIgnoreCase))
            {
                policies.Add(file);
            }
            else if (string.Equals(kind, "base", StringComparison.OrdinalIgnoreCase))
            {
                bases.Add(file);
            }
        }

        if (policies.Count == 0)
        {
            return null;
        }

        // Editors and command line do not agree on the order of files.
        var marked = policies.OrderBy(file => file.Path, StringComparer.Ordinal).ToImmutableArray();
        bases.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return new PolicyFiles(marked.AddRange(bases), marked, Read(marked[0], bases.ToImmutable(), cancellationToken));
    }

    /// <summary>What the build says of a file: <c>true</c> for the policy, <c>base</c> for one that it extends; null for any other.</summary>
    public static string? Kind(AnalyzerOptions options, AdditionalText file)
        => options.AnalyzerConfigOptionsProvider.GetOptions(file).TryGetValue(Metadata, out var kind) ? kind : null;

    private static PolicyResult Read(AdditionalText policy, ImmutableArray<AdditionalText> bases, CancellationToken cancellationToken)
    {
        var text = policy.GetText(cancellationToken) ?? SourceText.From("");
        var baseTexts = bases.Select(file => file.GetText(cancellationToken) ?? SourceText.From("")).ToImmutableArray();
        if (Cache.TryGetValue(text, out var parsed) && parsed.Matches(policy.Path, bases, baseTexts))
        {
            return parsed.Result;
        }

        var result = PolicyReader.Read(Source(policy.Path, text), bases.Select((file, index) => Source(file.Path, baseTexts[index])).ToList(), cancellationToken);
        parsed = new Parsed(policy.Path, bases.Select(file => file.Path).ToImmutableArray(), baseTexts, result);
        Cache.Remove(text);
        try
        {
            Cache.Add(text, parsed);
        }
        catch (ArgumentException)
        {
            // Another analyzer read the same text meanwhile.
        }

        return result;
    }

    private static PolicySource Source(string path, SourceText text)
        => PolicyEncoding.IsUtf8(text) ? new PolicySource(path, text.ToString()) : PolicySource.NotUtf8(path);

    private sealed class Parsed(string path, ImmutableArray<string> basePaths, ImmutableArray<SourceText> bases, PolicyResult result)
    {
        public PolicyResult Result => result;

        public bool Matches(string otherPath, ImmutableArray<AdditionalText> otherBases, ImmutableArray<SourceText> otherTexts)
            => path == otherPath
                && bases.SequenceEqual(otherTexts)
                && basePaths.SequenceEqual(otherBases.Select(file => file.Path));
    }
}
