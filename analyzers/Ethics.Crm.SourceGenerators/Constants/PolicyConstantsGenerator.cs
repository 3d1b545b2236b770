using System.Text;
using Ethics.Crm.SourceGenerators.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Ethics.Crm.SourceGenerators.Constants;

/// <summary>Purposes, categories and recipients of the policy as constants, so that no attribute needs a string literal.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class PolicyConstantsGenerator : IIncrementalGenerator
{
    internal const string PlaceStep = "ConstantsPlace";
    internal const string ConstantsStep = "Constants";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var policy = BuildInputs.Policy(context);
        var settings = BuildInputs.Settings(context);

        // One name look-up per compilation; its answer is the same for nearly every edit, which ends the work here.
        var place = context.CompilationProvider
            .Combine(settings)
            .Select(static (pair, _) => ConstantsPlace.Inspect(pair.Left, pair.Right.Constants))
            .WithTrackingName(PlaceStep);

        var constants = policy
            .Combine(settings)
            .Combine(place)
            .Select(static (input, _) => ConstantClasses.Create(input.Left.Left.Document, input.Left.Right.Constants.Name, input.Right))
            .WithTrackingName(ConstantsStep);

        context.RegisterSourceOutput(constants, static (output, model) =>
        {
            if (model is not null)
                output.AddSource("Ethics.Crm.PolicyConstants.g.cs", SourceText.From(ConstantsEmitter.Emit(model), Encoding.UTF8));
        });
    }
}
