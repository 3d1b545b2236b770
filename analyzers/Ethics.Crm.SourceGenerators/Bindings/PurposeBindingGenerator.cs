using System.Text;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.SourceGenerators.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Ethics.Crm.SourceGenerators.Bindings;

/// <summary>Writes a decorator for each class and interface whose members declare purposes, so that a container can run them for those.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class PurposeBindingGenerator : IIncrementalGenerator
{
    internal const string BindingsStep = "PurposeBindings";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Nearly all projects declare no purpose, and are told so by the compiler's own list of attributes: no symbol of theirs is looked at, at no key stroke.
        var declares = context.SyntaxProvider
            .ForAttributeWithMetadataName(AttributeNames.ForPurpose, static (_, _) => true, static (_, _) => true)
            .Collect()
            .Select(static (all, _) => !all.IsEmpty);

        // What a member works for hangs on bases and interfaces in other files and assemblies, and on the policy: one look at the whole. What comes of it is
        // text, so nothing is written again for an edit that changes none of it.
        var bindings = context.CompilationProvider
            .Combine(BuildInputs.Policy(context))
            .Combine(declares)
            .Select(static (input, cancellationToken) => Read(input.Left.Left, input.Left.Right, input.Right, cancellationToken))
            .WithTrackingName(BindingsStep);

        context.RegisterSourceOutput(bindings, static (output, assembly) =>
        {
            if (assembly is not null)
                output.AddSource("Ethics.Crm" + GeneratedFiles.Bindings, SourceText.From(new TableEmitter(assembly).Emit(), Encoding.UTF8));
        });
    }

    private static BoundAssembly? Read(Compilation compilation, ParsedPolicy policy, bool declares, CancellationToken cancellationToken)
    {
        if (compilation.GetTypeByMetadataName(AttributeNames.ForPurpose) is null || compilation.GetTypeByMetadataName(BindingReader.TableAttribute) is null)
            return null;

        var isConcerned = declares || policy.Table is { Document.Code.Count: > 0 } || ReferencedPurposes.Any(compilation, cancellationToken);
        return isConcerned ? new BindingReader(compilation, policy).Read(cancellationToken) : null;
    }
}
