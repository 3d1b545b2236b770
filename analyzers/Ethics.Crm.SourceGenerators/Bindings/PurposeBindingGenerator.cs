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
        // What a member works for hangs on bases and interfaces in other files and assemblies, and on the policy: one look at the whole. What comes of it is
        // text, so nothing is written again for an edit that changes none of it.
        var bindings = context.CompilationProvider
            .Combine(BuildInputs.Policy(context))
            .Select(static (input, cancellationToken) => IsConcerned(input.Left) ? new BindingReader(input.Left, input.Right).Read(cancellationToken) : null)
            .WithTrackingName(BindingsStep);

        context.RegisterSourceOutput(bindings, static (output, assembly) =>
        {
            if (assembly is not null)
                output.AddSource("Ethics.Crm" + GeneratedFiles.Bindings, SourceText.From(new TableEmitter(assembly).Emit(), Encoding.UTF8));
        });
    }

    private static bool IsConcerned(Compilation compilation) =>
        compilation.GetTypeByMetadataName(AttributeNames.ForPurpose) is not null && compilation.GetTypeByMetadataName(BindingReader.TableAttribute) is not null;
}
