using System.Text;
using Ethics.Crm.SourceGenerators.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Ethics.Crm.SourceGenerators.Guards;

/// <summary>Implements labelled partial properties so that every read asks the gate.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class GuardedPropertyGenerator : IIncrementalGenerator
{
    internal const string CandidatesStep = "GuardCandidates";
    internal const string ResolvedStep = "GuardedParts";
    internal const string FilesStep = "GuardedFiles";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // One syntax step for all: a label may come from an interface, the policy or a foreign attribute, and what we implement is always
        // a partial property without body. A step by attribute name would find a part of them a second time.
        var candidates = context.SyntaxProvider
            .CreateSyntaxProvider(static (node, _) => CandidateReader.MayContainCandidates(node), CandidateReader.Read)
            .Where(static found => found is not null)
            .Select(static (found, _) => found!)
            .WithTrackingName(CandidatesStep);

        // Only here does the policy come in: an edit of code does not read it again, an edit of the policy does not read code again.
        var resolver = BuildInputs.Policy(context).Select(static (policy, _) => new GuardResolver(policy));
        var guard = BuildInputs.Settings(context).Select(static (settings, _) => settings.Guard);
        var parts = candidates
            .Combine(resolver)
            .Combine(guard)
            .Select(static (input, _) => input.Left.Right.Resolve(input.Left.Left, input.Right))
            .Where(static part => part is not null)
            .Select(static (part, _) => part!)
            .WithTrackingName(ResolvedStep);

        var files = parts
            .Collect()
            .SelectMany(static (all, _) => GuardedTypes.Merge(all))
            .WithTrackingName(FilesStep);

        context.RegisterSourceOutput(files, static (output, file) =>
            output.AddSource(file.HintName, SourceText.From(new GuardEmitter(file.Type).Emit(), Encoding.UTF8)));
    }
}
