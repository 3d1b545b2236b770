using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ethics.Crm.FlowAnalysis;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ethics.Crm.Analyzers.Policy;

/// <summary>ECRM1001 for a project that has labels and no policy: once, at the first labelled member.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PolicyMissingAnalyzer : PurposeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(RuleDescriptors.PolicyMissing);

    private protected override void Register(CompilationStartAnalysisContext start, PurposeContext purposes)
    {
        if (purposes.Policy is not null)
        {
            return;
        }

        var labelled = new ConcurrentBag<ISymbol>();
        start.RegisterSymbolAction(
            context =>
            {
                if (!context.IsGeneratedCode && purposes.Labels.Of(context.Symbol, context.CancellationToken).Any(label => SymbolEqualityComparer.Default.Equals(label.Declaration, context.Symbol)))
                {
                    labelled.Add(context.Symbol);
                }
            },
            SymbolKind.Property, SymbolKind.Field, SymbolKind.Parameter, SymbolKind.Method);

        start.RegisterCompilationEndAction(context =>
        {
            if (labelled.OrderBy(symbol => symbol.Locations[0], SourceOrder.Instance).FirstOrDefault() is { } first)
            {
                context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.PolicyMissing, first.Locations[0], SymbolNames.Display(first)));
            }
        });
    }
}
