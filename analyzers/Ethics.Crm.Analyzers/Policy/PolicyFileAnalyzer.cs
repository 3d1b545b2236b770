using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers.Policy;

/// <summary>ECRM1001–1003: what is wrong with the policy and its bases, each at its place in the file; names that cannot become constants.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PolicyFileAnalyzer : PurposeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        RuleDescriptors.PolicyUnreadable, RuleDescriptors.PolicyNamesUnknown, RuleDescriptors.PolicyContradiction);

    internal override void Register(CompilationStartAnalysisContext start, PurposeContext purposes)
    {
        if (purposes.Policy is not { } policy)
        {
            return;
        }

        start.RegisterAdditionalFileAction(context =>
        {
            if (!policy.All.Contains(context.AdditionalFile))
            {
                return;
            }

            var text = context.AdditionalFile.GetText(context.CancellationToken);
            foreach (var error in policy.Result.Errors)
            {
                if (text is not null && error.File == context.AdditionalFile.Path)
                {
                    context.ReportDiagnostic(PolicyErrorReport.Of(error, text));
                }
            }

            var index = policy.Policies.IndexOf(context.AdditionalFile);
            if (index > 0)
            {
                var start = Location.Create(context.AdditionalFile.Path, default, default);
                context.ReportDiagnostic(Diagnostic.Create(
                    RuleDescriptors.PolicyContradiction, start, $"'{policy.Policies[0].Path}' is this project's policy already; a second file extends it as an EthicsPolicyBase item, or is removed"));
            }
            else if (index == 0 && text is not null)
            {
                if (ConstantsReport.Misplaced(purposes, context.AdditionalFile.Path) is { } misplaced)
                {
                    context.ReportDiagnostic(misplaced);
                }

                foreach (var collision in ConstantsReport.Collisions(purposes.Constants, context.AdditionalFile.Path, text))
                {
                    context.ReportDiagnostic(collision);
                }
            }
        });

        start.RegisterSymbolAction(context =>
        {
            if (ConstantsReport.Taken(purposes, context.Symbol, context.CancellationToken) is { } taken)
            {
                context.ReportDiagnostic(taken);
            }
        }, SymbolKind.NamedType, SymbolKind.Namespace);
    }
}
